package rollcall.registration;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import rollcall.program.Program;

/**
 * Where a member stands, as the member is told it.
 *
 * @param state which words are used: {@code form.status.<state>} and {@code form.status.<state>.text}
 * @param status what the status is called, for those that have no words of their own
 * @param reason why, where it is the member's business; empty for nothing
 * @param offer the path of the link to an open offer; null for none
 * @param offerUntil until when the seat is held; null without an offer
 * @param join the path of the way into the webinar; null when it is not ready, or not needed any more
 * @param calendar the path of the entry for a calendar; null for none
 * @param back the path of the page where they can register now; null when they cannot or need not
 * @param revision what was sent again and waits to be confirmed; null for nothing
 */
public record StatusView(
        Program program,
        String state,
        String status,
        String reason,
        OptionalLong place,
        @Nullable String offer,
        @Nullable Instant offerUntil,
        @Nullable String join,
        @Nullable String calendar,
        @Nullable String back,
        boolean mayCancel,
        @Nullable Sent revision) {

    /** Which words say what somebody loses who cancels: {@code form.cancel.<loss>}. */
    public String loss() {
        return switch (state) {
            case "INVITED", "PENDING_APPROVAL", "WAITLISTED", "OFFERED", "REGISTERED" -> state;
            case "REGISTERED_SOON", "REGISTRATION_ERROR" -> "REGISTERED";
            default -> "OTHER";
        };
    }

    /** @param lines what would change, and what would not */
    public record Sent(long id, Instant at, List<Line> lines) {}

    /**
     * One field of both.
     *
     * @param now what is stored, empty for nothing
     * @param then what was sent, empty for nothing
     */
    public record Line(Field field, String now, String then) {

        public boolean differs() {
            return !now.equals(then);
        }
    }
}
