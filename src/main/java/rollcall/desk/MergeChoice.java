package rollcall.desk;

import org.springframework.util.MultiValueMap;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;

/**
 * What somebody decided about two records: for each field, whether the other record's value is taken.
 *
 * @param form {@code take.<field>} is {@code other} or {@code this}; {@code version} and {@code otherVersion} are those
 *     that were compared
 */
record MergeChoice(MultiValueMap<String, String> form) {

    private static final String OTHER = "other";

    Person seenInto(Person person) {
        return person.seenAs(version("version"));
    }

    Person seenFrom(Person other) {
        return other.seenAs(version("otherVersion"));
    }

    /** A version that no person has when none was sent. */
    private int version(String name) {
        var sent = form.getFirst(name);
        try {
            return sent == null ? -1 : Integer.parseInt(sent);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    PersonDetails details(Person other, Person person) {
        return PersonDetails.of(field -> field.of((takesOther(field) ? other : person).details()));
    }

    private boolean takesOther(PersonField field) {
        return OTHER.equals(form.getFirst("take." + field.fieldName()));
    }
}
