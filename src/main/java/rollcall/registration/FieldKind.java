package rollcall.registration;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.person.PersonField;

/** What a field of a registration form asks for: something that is kept of the person, or a question of the program's own. */
public enum FieldKind {
    FIRST_NAME(PersonField.FIRST_NAME, "given-name"),
    LAST_NAME(PersonField.LAST_NAME, "family-name"),
    EMAIL(PersonField.EMAIL, "email"),
    COMPANY(PersonField.COMPANY, "organization"),
    JOB_TITLE(PersonField.JOB_TITLE, "organization-title"),
    PHONE(PersonField.PHONE, "tel"),
    COUNTRY(PersonField.COUNTRY, "country-name"),
    LANGUAGE(PersonField.LANGUAGE, "language"),
    SHORT_TEXT(200),
    LONG_TEXT(5_000),
    ONE(200),
    SEVERAL(200),
    YES_NO(3),
    CONSENT(3);

    /** What each form asks for, whatever else it asks. */
    static final List<FieldKind> ALWAYS = List.of(FIRST_NAME, LAST_NAME, EMAIL);

    private final @Nullable PersonField person;
    private final @Nullable String autocomplete;
    private final int longest;

    FieldKind(PersonField person, String autocomplete) {
        this.person = person;
        this.autocomplete = autocomplete;
        this.longest = person.longest();
    }

    FieldKind(int longest) {
        this.person = null;
        this.autocomplete = null;
        this.longest = longest;
    }

    /** Where it is kept of the person; null for a question, whose answer stands on the membership. */
    public @Nullable PersonField person() {
        return person;
    }

    /** What a browser may fill in by itself; null for nothing. */
    public @Nullable String autocomplete() {
        return autocomplete;
    }

    /** The most characters of one thing that is typed or chosen. */
    public int longest() {
        return longest;
    }

    public boolean question() {
        return person == null;
    }

    public boolean always() {
        return ALWAYS.contains(this);
    }

    /** Whether it offers choices that the form's owner writes. */
    public boolean choices() {
        return this == ONE || this == SEVERAL;
    }

    static FieldKind of(PersonField field) {
        return Arrays.stream(values())
                .filter(kind -> kind.person == field)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No form asks for the " + field + "."));
    }
}
