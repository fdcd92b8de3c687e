package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.Move;

/**
 * What asking came to for one member.
 *
 * @param memberId null for a person who is no member and did not become one
 * @param personId who it was about
 * @param move what was written, or why nothing was
 * @param changeSetId what was written, together; null when nothing was
 */
public record Outcome(
        @Nullable Long memberId,
        long personId,
        Move move,
        @Nullable Long changeSetId) {

    public boolean written() {
        return !(move instanceof Move.Skip);
    }
}
