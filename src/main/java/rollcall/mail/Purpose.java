package rollcall.mail;

import java.util.List;
import java.util.stream.Stream;

/** Why somebody gets a letter. */
public enum Purpose {
    /** It belongs to what they asked for: a confirmation, a place on the waitlist, a change of the time. */
    OPERATIONAL,
    /** It advertises: whoever unsubscribed gets none. */
    MARKETING;

    /** Whether somebody who is on the suppression list for that reason gets no letter of this kind. */
    boolean keptFrom(Suppressed reason) {
        return switch (reason) {
            case UNSUBSCRIBED -> this == MARKETING;
            case BLOCKED, BOUNCED -> true;
        };
    }

    List<String> suppressedBy() {
        return Stream.of(Suppressed.values())
                .filter(this::keptFrom)
                .map(Enum::name)
                .toList();
    }
}
