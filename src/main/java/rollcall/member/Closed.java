package rollcall.member;

import org.jspecify.annotations.Nullable;

/** Why a membership only tells what was, and cannot be changed any more. */
public enum Closed {
    /** The person has another one in the same program, where two records of one person were merged. */
    MERGED,
    /** The person was erased. */
    ERASED;

    static @Nullable Closed of(@Nullable String stored) {
        return stored == null ? null : valueOf(stored);
    }
}
