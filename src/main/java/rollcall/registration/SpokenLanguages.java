package rollcall.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages that somebody may want to be written to in. */
final class SpokenLanguages {

    private static final List<String> TAGS =
            List.of("en", "sv", "da", "de", "es", "et", "fi", "fr", "is", "it", "lt", "lv", "nb", "nl", "pl", "pt");

    private SpokenLanguages() {}

    /** By tag, each in its own words; also {@code known}, when it is another one. */
    static Map<String, String> with(String known) {
        var languages = new LinkedHashMap<String, String>();
        for (var tag : TAGS) {
            var locale = Locale.forLanguageTag(tag);
            languages.put(tag, locale.getDisplayLanguage(locale));
        }
        if (!known.isEmpty()) {
            languages.putIfAbsent(known, known);
        }
        return languages;
    }
}
