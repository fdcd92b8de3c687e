package rollcall.person;

import java.time.Instant;

/**
 * Somebody, in all programs.
 *
 * @param version counts the edits, so that a stale form is noticed
 */
public record Person(long id, int version, PersonDetails details, Instant createdAt) {

    public String email() {
        return details.email();
    }

    /** First and last name as people read them; empty when neither is known. */
    public String name() {
        return (details.firstName() + " " + details.lastName()).strip();
    }
}
