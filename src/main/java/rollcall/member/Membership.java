package rollcall.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * What a person is in one program.
 *
 * @param program the program's name
 * @param startsAt when its event begins
 * @param zone the program's
 * @param changedAt when the status began
 * @param closed null unless the membership only tells what was
 */
public record Membership(
        long programId,
        long memberId,
        String program,
        Instant startsAt,
        String zone,
        Status status,
        Instant changedAt,
        @Nullable Closed closed) {

    /** Whether the membership belonged to a record that was merged, and the person has another one in the program. */
    public boolean merged() {
        return closed == Closed.MERGED;
    }
}
