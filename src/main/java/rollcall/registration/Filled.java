package rollcall.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;

/**
 * A form with what somebody typed.
 *
 * @param typed by key of the field, tidied; what was left empty is not there
 * @param errors what keeps it from being stored, in the order of the fields, one at most for each
 */
public record Filled(Form form, Map<String, List<String>> typed, List<Problem> errors) {

    /** What several choices are put together with. */
    static final String BETWEEN = "; ";

    static final String YES = "yes";
    static final String NO = "no";

    /**
     * One thing that is wrong.
     *
     * @param message the key of a message, which takes the most characters that fit as its argument
     */
    public record Problem(Field field, String message) {}

    /** @param given whether somebody said yes to that wording */
    record Consent(String question, String wording, boolean given) {}

    public boolean ok() {
        return errors.isEmpty();
    }

    public String email() {
        return typed("email");
    }

    /** What was typed there, or chosen first; empty for nothing. */
    public String typed(String key) {
        return typed.getOrDefault(key, List.of()).stream().findFirst().orElse("");
    }

    public boolean chosen(String key, String option) {
        return typed.getOrDefault(key, List.of()).contains(option);
    }

    /** The key of the message that says what is wrong there; null when nothing is. */
    public @Nullable String error(String key) {
        return errors.stream()
                .filter(problem -> problem.field().key().equals(key))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }

    /** What a form tells of the person; what it does not ask for is empty. */
    public PersonDetails person() {
        return PersonDetails.of(field -> form.field(field.fieldName()).isEmpty() ? "" : typed(field.fieldName()));
    }

    /** The answers to questions, as they stand on a membership, by the question's name. {@link Answers} stores them. */
    public Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        for (var field : form.fields()) {
            var answer = answer(field);
            if (field.kind().question() && !answer.isEmpty()) {
                answers.put(field.name(), answer);
            }
        }
        return answers;
    }

    /** What was said there, in one text. A consent that was not given was refused. */
    String answer(Field field) {
        var said = typed.getOrDefault(field.key(), List.of()).stream().collect(Collectors.joining(BETWEEN));
        return field.kind() == FieldKind.CONSENT && said.isEmpty() ? NO : said;
    }

    List<Consent> consents() {
        return form.fields().stream()
                .filter(field -> field.kind() == FieldKind.CONSENT)
                .map(field ->
                        new Consent(field.name(), field.wording(), answer(field).equals(YES)))
                .toList();
    }

    /** The languages that can be chosen, each by its own name; what is known of somebody already among them. */
    public Map<String, String> languages() {
        return SpokenLanguages.with(typed(PersonField.LANGUAGE.fieldName()));
    }
}
