package rollcall.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * One field of a template as it is stored now and as somebody wants it.
 *
 * @param part the field without its language: {@code html}
 * @param language its tag; empty for what is alike in all languages
 */
record TemplateDifference(String part, String language, String theirs, String yours) {

    public boolean differs() {
        return !theirs.strip().equals(yours.strip());
    }

    /** All fields but the version, in the order of the form. */
    static List<TemplateDifference> between(TemplateForm theirs, TemplateForm yours) {
        var names = new LinkedHashSet<String>();
        Stream.of(theirs, yours).forEach(form -> names.addAll(form.fields().keySet()));
        names.remove("version");
        return names.stream()
                .map(name -> of(name, theirs.field(name), yours.field(name)))
                .toList();
    }

    private static TemplateDifference of(String name, String theirs, String yours) {
        int end = name.indexOf('-');
        return end < 0
                ? new TemplateDifference(name, "", theirs, yours)
                : new TemplateDifference(name.substring(0, end), name.substring(end + 1), theirs, yours);
    }
}
