package rollcall.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, in all programs.
 *
 * @param version counts the edits, so that a stale form is noticed
 * @param erasedAt when everything personal was taken out and a pseudonym put in; null for everybody else
 */
public record Person(
        long id,
        int version,
        PersonDetails details,
        Instant createdAt,
        @Nullable Instant erasedAt) {

    Person with(PersonDetails other) {
        return new Person(id, version, other, createdAt, erasedAt);
    }

    /** As it was when it had that version. */
    public Person seenAs(int other) {
        return new Person(id, other, details, createdAt, erasedAt);
    }

    public boolean erased() {
        return erasedAt != null;
    }

    public String email() {
        return details.email();
    }

    /** First and last name as people read them; empty when neither is known. */
    public String name() {
        return (details.firstName() + " " + details.lastName()).strip();
    }

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        return name().isEmpty() ? email() : name();
    }
}
