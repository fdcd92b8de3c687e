package rollcall.member;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a person in one program: a change of the status, or what another room tells.
 *
 * @param change null for what another room tells
 * @param entry null for a change
 */
public record Happening(
        Membership membership, Instant at, @Nullable Change change, Timeline.@Nullable Entry entry) {

    /** @param takenBack the numbers of the membership's changes that a correction took back */
    Happening markedIn(Set<Integer> takenBack) {
        return change != null && takenBack.contains(change.seq())
                ? new Happening(membership, at, change.asTakenBack(), entry)
                : this;
    }
}
