package rollcall.member;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other rooms know of one member. Each room that has something to tell declares a bean of this type. */
public interface Timeline {

    /** Everything about that member, in any order; empty when there is nothing. */
    List<Entry> about(long memberId);

    /**
     * One thing that happened.
     *
     * @param message the key of a message
     * @param arguments what stands in that message
     * @param address the path of the page that tells more of it, to all who may see the member; null when there is none
     */
    record Entry(
            Instant at,
            String message,
            List<Object> arguments,
            @Nullable String address) {

        public Entry(Instant at, String message, List<Object> arguments) {
            this(at, message, arguments, null);
        }
    }
}
