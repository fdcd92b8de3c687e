package rollcall.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import rollcall.person.EmailAddress;
import rollcall.registration.Filled.Problem;
import rollcall.web.Text;

/** Reads what somebody sent, who may be anybody and may have sent anything. Keeps what was typed, right or wrong. */
final class FormReader {

    private final MultiValueMap<String, String> sent;
    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    FormReader(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    Filled read(Form form) {
        form.fields().forEach(this::read);
        return new Filled(form, Map.copyOf(typed), List.copyOf(problems));
    }

    private void read(Field field) {
        var values = values(field);
        if (!values.isEmpty()) {
            typed.put(field.key(), values);
        }
        var wrong = wrong(field, values);
        if (wrong != null) {
            problems.add(new Problem(field, wrong));
        }
    }

    private List<String> values(Field field) {
        var tidied = sent.getOrDefault(field.key(), List.of()).stream()
                .map(value -> Text.tidy(value == null ? "" : value).replace("\r\n", "\n"))
                .filter(value -> !value.isEmpty())
                .distinct();
        return field.kind() == FieldKind.SEVERAL
                ? tidied.limit(FormLimits.MOST_OPTIONS).toList()
                : tidied.limit(1).toList();
    }

    private static @Nullable String wrong(Field field, List<String> values) {
        if (values.isEmpty()) {
            return field.required() ? missing(field.kind()) : null;
        }
        return values.stream()
                .map(value -> wrong(field, value))
                .filter(wrong -> !wrong.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String missing(FieldKind kind) {
        return switch (kind) {
            case EMAIL -> "person.email.missing";
            case ONE, YES_NO, LANGUAGE -> "form.missing.choose";
            case SEVERAL -> "form.missing.tick";
            case CONSENT -> "form.missing.consent";
            default -> "form.missing";
        };
    }

    private static String wrong(Field field, String value) {
        if (value.length() > field.longest()) {
            return field.group() ? "form.no-option" : "form.too-long";
        }
        if (Text.unwanted(value) || field.kind() != FieldKind.LONG_TEXT && broken(value)) {
            return "form.unwanted-characters";
        }
        return switch (field.kind()) {
            case EMAIL -> EmailAddress.parse(value).isPresent() ? "" : "person.email.invalid";
            case ONE, SEVERAL -> field.options().contains(value) ? "" : "form.no-option";
            case YES_NO -> value.equals(Filled.YES) || value.equals(Filled.NO) ? "" : "form.no-option";
            case CONSENT -> value.equals(Filled.YES) ? "" : "form.no-option";
            default -> "";
        };
    }

    private static boolean broken(String value) {
        return value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
    }
}
