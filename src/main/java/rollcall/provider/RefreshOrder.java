package rollcall.provider;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;

/**
 * What is asked of a refresh.
 *
 * @param preview whether only to say what it would come to
 * @param automatic whether nobody asked
 * @param confirmedEmpty whether somebody said that really nobody came
 * @param requestId the same one again answers the first refresh; null for no such guard
 */
record RefreshOrder(
        Actor by,
        boolean preview,
        boolean automatic,
        boolean confirmedEmpty,
        @Nullable String requestId) {

    /** What a form sends; anything else is no guard. */
    private static final Pattern REQUEST_ID = Pattern.compile("[\\w-]{1,80}");

    static RefreshOrder now(Actor by, @Nullable String requestId) {
        return new RefreshOrder(by, false, false, false, guard(requestId));
    }

    static RefreshOrder preview(Actor by, @Nullable String requestId) {
        return new RefreshOrder(by, true, false, false, guard(requestId));
    }

    static RefreshOrder nobodyCame(Actor by, @Nullable String requestId) {
        return new RefreshOrder(by, false, false, true, guard(requestId));
    }

    static RefreshOrder planned(String requestId) {
        return new RefreshOrder(Actor.SYSTEM, false, true, false, requestId);
    }

    /** Told apart from the ids of other work, whoever sends one. */
    private static @Nullable String guard(@Nullable String requestId) {
        return requestId != null && REQUEST_ID.matcher(requestId).matches() ? "refresh-" + requestId : null;
    }
}
