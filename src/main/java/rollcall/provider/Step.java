package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a push after it was tried. */
sealed interface Step {

    /** The member is registered there. */
    record Accepted(@Nullable String registrantId, @Nullable String link) implements Step {}

    /** The provider said no, or nothing for a day; {@code failure} is the kind of it. */
    record Refused(String failure, String words) implements Step {}

    /** The registration is gone there, or there was none. */
    record Cancelled() implements Step {}

    /** A person has to cancel it there. */
    record ByHand(String words) implements Step {}

    /** It is tried again then; {@code unclear} says whether it is looked up first. */
    record Again(Instant at, boolean unclear, String failure, String words) implements Step {}

    /** As {@link Again}, and nothing else is sent to that event before. */
    record Held(Instant until, String failure, String words) implements Step {}

    /** It need not be sent any more. */
    record Dropped() implements Step {}
}
