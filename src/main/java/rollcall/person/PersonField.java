package rollcall.person;

import java.util.Locale;
import java.util.function.Function;

/** What is kept of a person, with the most characters that fit. */
public enum PersonField {
    EMAIL("email", EmailAddress.LONGEST, PersonDetails::email),
    FIRST_NAME("firstName", 100, PersonDetails::firstName),
    LAST_NAME("lastName", 100, PersonDetails::lastName),
    COMPANY("company", 200, PersonDetails::company),
    JOB_TITLE("jobTitle", 200, PersonDetails::jobTitle),
    PHONE("phone", 50, PersonDetails::phone),
    COUNTRY("country", 100, PersonDetails::country),
    LANGUAGE("language", 20, PersonDetails::language),
    ZONE("zone", 60, PersonDetails::zone);

    private final String fieldName;
    private final int longest;
    private final Function<PersonDetails, String> reader;

    PersonField(String fieldName, int longest, Function<PersonDetails, String> reader) {
        this.fieldName = fieldName;
        this.longest = longest;
        this.reader = reader;
    }

    /** As in {@link PersonDetails}, in forms and in the keys of messages: {@code person.field.firstName}. */
    public String fieldName() {
        return fieldName;
    }

    /** Its column in the table {@code person}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int longest() {
        return longest;
    }

    public String of(PersonDetails details) {
        return reader.apply(details);
    }
}
