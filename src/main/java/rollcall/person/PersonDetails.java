package rollcall.person;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import rollcall.web.Text;

/** What is known of somebody. Only the e-mail address is needed; everything else may be empty, never null. */
public record PersonDetails(
        String email,
        String firstName,
        String lastName,
        String company,
        String jobTitle,
        String phone,
        String country,
        String language,
        String zone) {

    public static PersonDetails ofEmail(String email) {
        return new PersonDetails(email, "", "", "", "", "", "", "", "");
    }

    /** What that says of each field. */
    public static PersonDetails of(Function<PersonField, String> reader) {
        return new PersonDetails(
                reader.apply(PersonField.EMAIL),
                reader.apply(PersonField.FIRST_NAME),
                reader.apply(PersonField.LAST_NAME),
                reader.apply(PersonField.COMPANY),
                reader.apply(PersonField.JOB_TITLE),
                reader.apply(PersonField.PHONE),
                reader.apply(PersonField.COUNTRY),
                reader.apply(PersonField.LANGUAGE),
                reader.apply(PersonField.ZONE));
    }

    PersonDetails withEmail(String other) {
        return of(field -> field == PersonField.EMAIL ? other : field.of(this));
    }

    /** One thing that is wrong, with the field's name as in this record and the key of a message. */
    public record Problem(String field, String message) {}

    /** Everything trimmed and composed. */
    public PersonDetails tidied() {
        return of(field -> Text.tidy(field.of(this)));
    }

    /** Everything that keeps these details from being stored; empty when they can be. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (EmailAddress.parse(email).isEmpty()) {
            problems.add(new Problem("email", email.isBlank() ? "person.email.missing" : "person.email.invalid"));
        }
        for (var field : PersonField.values()) {
            var text = field.of(this);
            if (text.length() > field.longest()) {
                problems.add(new Problem(field.fieldName(), "person.too-long"));
            } else if (Text.unwanted(text) || text.contains("\n") || text.contains("\r")) {
                problems.add(new Problem(field.fieldName(), "person.unwanted-characters"));
            }
        }
        return problems;
    }

    /** These details with the blank ones taken from {@code other}. */
    public PersonDetails filledFrom(PersonDetails other) {
        return combined(other, (mine, theirs) -> mine.isEmpty() ? theirs : mine);
    }

    /** These details with everything that {@code other} has put over them. */
    public PersonDetails overwrittenBy(PersonDetails other) {
        return combined(other, (mine, theirs) -> theirs.isEmpty() ? mine : theirs);
    }

    private PersonDetails combined(PersonDetails other, BinaryOperator<String> choose) {
        return new PersonDetails(
                email,
                choose.apply(firstName, other.firstName),
                choose.apply(lastName, other.lastName),
                choose.apply(company, other.company),
                choose.apply(jobTitle, other.jobTitle),
                choose.apply(phone, other.phone),
                choose.apply(country, other.country),
                choose.apply(language, other.language),
                choose.apply(zone, other.zone));
    }
}
