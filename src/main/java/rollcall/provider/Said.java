package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Finding} about a member. */
record Said(
        long memberId,
        FindingKind kind,
        @Nullable String registrantId,
        int seconds,
        @Nullable Instant at,
        String words) {

    /** Whether it is about how they registered, and not about whether they were there. */
    boolean ofTheRegistration() {
        return kind == FindingKind.DENIED || kind == FindingKind.CANCELLED;
    }

    /** Whether it says under which of the provider's ids they are registered. */
    boolean namesRegistration() {
        return kind == FindingKind.REGISTERED && registrantId != null;
    }

    /** Whether it may be about that registration; where either side knows no id, nothing speaks against it. */
    boolean about(@Nullable String registration) {
        return registrantId == null || registration == null || registrantId.equals(registration);
    }

    boolean before(Instant then) {
        return at != null && at.isBefore(then);
    }
}
