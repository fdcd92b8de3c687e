package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a program's webinar is held.
 *
 * @param leavesWhenCancelled whether somebody who cancelled at the provider leaves the program; else they stay as they are
 * @param refreshesItself whether attendance is brought back without anybody asking
 * @param heldUntil nothing is sent before then; null when nothing is held
 * @param heldFor why, in the provider's words; null when nothing is held
 * @param begunAt when it really began; null as long as only the program's own start is known
 * @param nextRefreshAt when attendance is brought back by itself next; null when it is not
 */
public record Webinar(
        long programId,
        EventRef event,
        boolean leavesWhenCancelled,
        boolean refreshesItself,
        @Nullable Instant heldUntil,
        @Nullable String heldFor,
        @Nullable Instant begunAt,
        @Nullable Instant nextRefreshAt) {}
