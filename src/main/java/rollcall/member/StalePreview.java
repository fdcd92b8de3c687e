package rollcall.member;

import org.jspecify.annotations.Nullable;

/** Other members are meant by now than the preview was for, which is being confirmed. Nothing was changed. */
class StalePreview extends RuntimeException {

    private final transient @Nullable Difference difference;

    /** @param difference null when nobody remembers the preview any more */
    StalePreview(@Nullable Difference difference) {
        super("Other members are meant than the preview was for.");
        this.difference = difference;
    }

    @Nullable
    Difference difference() {
        return difference;
    }
}
