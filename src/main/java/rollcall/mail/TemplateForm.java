package rollcall.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * A template as somebody types it, word for word, so that all of it comes back with the errors; {@link TemplateDraft}
 * reads it.
 *
 * @param fields by name; those of a language end with its tag, as {@code html-sv}
 * @param languages that the form has fields for, in their order
 */
record TemplateForm(Map<String, String> fields, List<String> languages) {

    private static final List<String> ALIKE = List.of("name", "purpose", "withCalendar", "defaultLanguage", "version");
    private static final List<String> PARTS = List.of("subject", "html", "text");

    /** What the browser does not send is empty, never null. */
    static TemplateForm of(MultiValueMap<String, String> sent) {
        var languages = new LinkedHashSet<String>();
        Stream.concat(
                        sent.getOrDefault("language", List.of()).stream(),
                        sent.getOrDefault("further", List.of()).stream())
                .filter(Languages.OFFERED::contains)
                .forEach(languages::add);
        var fields = new LinkedHashMap<String, String>();
        names(languages).forEach(name -> fields.put(name, given(sent.getFirst(name))));
        return new TemplateForm(fields, List.copyOf(languages));
    }

    static TemplateForm of(TemplatePlan plan, String version) {
        var languages =
                new LinkedHashSet<>(plan.texts().isEmpty() ? Languages.WITH_TEXTS : List.of(plan.defaultLanguage()));
        plan.texts().forEach(text -> languages.add(text.language()));
        var fields = new LinkedHashMap<String, String>();
        names(languages).forEach(name -> fields.put(name, ""));
        fields.put("name", plan.name());
        fields.put("purpose", plan.purpose().name());
        fields.put("withCalendar", plan.withCalendar() ? "true" : "");
        fields.put("defaultLanguage", plan.defaultLanguage());
        fields.put("version", version);
        for (var text : plan.texts()) {
            fields.put("subject-" + text.language(), text.subject());
            fields.put("html-" + text.language(), text.html());
            fields.put("text-" + text.language(), text.text());
        }
        return new TemplateForm(fields, List.copyOf(languages));
    }

    static TemplateForm blank() {
        return of(new TemplatePlan("", Purpose.OPERATIONAL, false, Languages.ENGLISH, List.of()), "");
    }

    private static List<String> names(Iterable<String> languages) {
        var names = new ArrayList<>(ALIKE);
        languages.forEach(language -> PARTS.forEach(part -> names.add(part + "-" + language)));
        return names;
    }

    private static String given(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Those that it could still be written in. */
    List<String> further() {
        return Languages.OFFERED.stream()
                .filter(language -> !languages.contains(language))
                .toList();
    }
}
