package rollcall.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;
import rollcall.program.Status;

/** One row of a member's history. {@code from} is null for the first one. */
public record Change(
        int seq,
        @Nullable Status from,
        Status to,
        String reason,
        Cause cause,
        Actor by,
        Instant at,
        long changeSetId,
        @Nullable Long jobId) {}
