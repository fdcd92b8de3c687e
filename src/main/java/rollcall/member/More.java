package rollcall.member;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.person.PersonDetails;

/**
 * What a list shows of a member only when somebody chose it.
 *
 * @param source how they came in
 * @param acceptedAt when the provider accepted the registration; null for not yet
 * @param priority on the waitlist; higher goes first
 */
record More(PersonDetails person, Cause source, @Nullable Instant acceptedAt, int priority) {

    /** Of a page of members, by member; the answers by question. Either is empty when no column asks for it. */
    record OfPage(Map<Long, More> members, Map<Long, Map<String, String>> answers) {}
}
