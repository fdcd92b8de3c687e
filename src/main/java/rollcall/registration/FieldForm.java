package rollcall.registration;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import org.springframework.validation.BindingResult;
import rollcall.web.Text;

/**
 * What a form's owner types about a field.
 *
 * @param version of the form as the typist saw it; one that no form has when it was not sent
 * @param kind which kind of field is added; of one that is there it never changes
 * @param options one in each line
 */
record FieldForm(
        Integer version, FieldKind kind, String label, String help, String wording, Boolean required, String options) {

    FieldForm {
        version = requireNonNullElse(version, -1);
        kind = requireNonNullElse(kind, FieldKind.SHORT_TEXT);
        label = requireNonNullElse(label, "");
        help = requireNonNullElse(help, "");
        wording = requireNonNullElse(wording, "");
        required = requireNonNullElse(required, false);
        options = requireNonNullElse(options, "");
    }

    static FieldForm blank(int version, FieldKind kind) {
        return new FieldForm(version, kind, "", "", "", false, "");
    }

    static FieldForm of(int version, Field field) {
        return new FieldForm(
                version,
                field.kind(),
                field.label(),
                field.help(),
                field.wording(),
                field.required(),
                String.join("\n", field.options()));
    }

    FieldForm seenAs(int other) {
        return new FieldForm(other, kind, label, help, wording, required, options);
    }

    FieldForm ofKind(FieldKind other) {
        return new FieldForm(version, other, label, help, wording, required, options);
    }

    /** A field that was not there before, under that key. */
    Field field(String key) {
        var person = kind.person();
        var made = person == null
                ? new Field(key, kind, Text.tidy(label), "", "", "", false, List.of(), false)
                : Field.of(kind, false);
        return over(made);
    }

    /** That field with what was typed; its key, kind and name stay. */
    Field over(Field field) {
        return new Field(
                field.key(),
                field.kind(),
                field.name(),
                field.kind().question() ? Text.tidy(label) : "",
                Text.tidy(help),
                field.kind() == FieldKind.CONSENT ? broken(wording) : "",
                required || field.kind() == FieldKind.EMAIL,
                field.kind().choices() ? lines() : List.of(),
                false);
    }

    private List<String> lines() {
        return broken(options)
                .lines()
                .map(Text::tidy)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String broken(String text) {
        return Text.tidy(text).replace("\r\n", "\n").replace('\r', '\n');
    }

    void check(BindingResult errors) {
        checkLine("label", label, FormLimits.LONGEST_LABEL, errors);
        checkLine("help", help, FormLimits.LONGEST_HELP, errors);
        if (kind.question() && label.isBlank()) {
            errors.rejectValue("label", "form.field.label.missing");
        }
        if (kind == FieldKind.CONSENT) {
            checkWording(errors);
        }
        if (kind.choices()) {
            checkOptions(lines(), errors);
        }
    }

    private static void checkLine(String field, String typed, int longest, BindingResult errors) {
        var text = Text.tidy(typed);
        if (text.length() > longest) {
            errors.rejectValue(field, "form.too-long", new Object[] {longest}, null);
        } else if (Text.unwanted(text) || text.contains("\n") || text.contains("\r")) {
            errors.rejectValue(field, "form.unwanted-characters");
        }
    }

    private void checkWording(BindingResult errors) {
        var text = broken(wording);
        if (text.isEmpty()) {
            errors.rejectValue("wording", "form.field.wording.missing");
        } else if (text.length() > FormLimits.LONGEST_WORDING) {
            errors.rejectValue("wording", "form.too-long", new Object[] {FormLimits.LONGEST_WORDING}, null);
        } else if (Text.unwanted(text)) {
            errors.rejectValue("wording", "form.unwanted-characters");
        }
    }

    private void checkOptions(List<String> lines, BindingResult errors) {
        var together = lines.stream().mapToInt(String::length).sum();
        if (lines.size() < (kind == FieldKind.ONE ? 2 : 1)) {
            errors.rejectValue("options", "form.field.options.few");
        } else if (lines.size() > FormLimits.MOST_OPTIONS || together > FormLimits.LONGEST_OPTIONS) {
            errors.rejectValue("options", "form.field.options.many", new Object[] {FormLimits.MOST_OPTIONS}, null);
        } else if (lines.stream().anyMatch(line -> line.length() > FormLimits.LONGEST_OPTION)) {
            errors.rejectValue("options", "form.field.options.long", new Object[] {FormLimits.LONGEST_OPTION}, null);
        } else if (lines.stream().anyMatch(Text::unwanted)) {
            errors.rejectValue("options", "form.unwanted-characters");
        } else if (new HashSet<>(lines).size() < lines.size()) {
            errors.rejectValue("options", "form.field.options.twice");
        } else if (kind == FieldKind.SEVERAL && lines.stream().anyMatch(line -> line.contains(";"))) {
            errors.rejectValue("options", "form.field.options.semicolon");
        }
    }
}
