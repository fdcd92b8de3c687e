package rollcall.campaign;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names a request for a run, in a form that every database keeps. */
final class RequestKey {

    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]{1,100}");

    private RequestKey() {}

    /** The id itself when it is short and plain; else another one that is always the same for it. */
    static @Nullable String stored(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return PLAIN.matcher(id).matches()
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
