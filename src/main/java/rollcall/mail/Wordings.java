package rollcall.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The wordings of templates, made once for each version; the latest that were asked for are kept. */
@Component
class Wordings {

    private static final int KEPT = 200;

    private final TemplateRows rows;
    private final Sheet sheet;
    private final Map<Key, Voices> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Voices> eldest) {
            return size() > KEPT;
        }
    };

    Wordings(TemplateRows rows, Sheet sheet) {
        this.rows = rows;
        this.sheet = sheet;
    }

    private record Key(long templateId, int version, Purpose purpose, String defaultLanguage) {}

    /** What a version says in each of its languages. */
    record Voices(List<Wording> all, String usual) {

        /** In that language; for one that it does not speak, in its usual one. */
        Optional<Wording> in(String language) {
            return spoken(language)
                    .or(() -> spoken(usual))
                    .or(() -> all.stream().findFirst());
        }

        private Optional<Wording> spoken(String language) {
            return all.stream().filter(one -> one.language().equals(language)).findFirst();
        }
    }

    /** Without any language when there is no such version. */
    Voices of(Template template, int version) {
        var key = new Key(template.id(), version, template.purpose(), template.defaultLanguage());
        synchronized (made) {
            var known = made.get(key);
            if (known != null) {
                return known;
            }
        }
        return keep(key, make(rows.texts(template.id(), version), template.purpose(), template.defaultLanguage()));
    }

    private Voices keep(Key key, Voices languages) {
        if (!languages.all().isEmpty()) {
            synchronized (made) {
                made.put(key, languages);
            }
        }
        return languages;
    }

    /** Of texts that are stored nowhere. */
    Voices make(List<TemplateText> texts, Purpose purpose, String usual) {
        return new Voices(
                texts.stream().map(text -> Wording.of(text, purpose, sheet)).toList(), usual);
    }
}
