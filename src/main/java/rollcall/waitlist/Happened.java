package rollcall.waitlist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a waitlist.
 *
 * @param kind a state of an offer, {@code MOVED} or {@code PROMOTED}
 * @param by who did it, or Rollcall
 * @param memberId who it was about; null for many at once
 * @param count how many it was about
 * @param changeSetId what was written together; null for what changed no status
 */
record Happened(
        Instant at,
        String kind,
        String by,
        @Nullable Long memberId,
        String label,
        long count,
        String reason,
        @Nullable Long changeSetId) {}
