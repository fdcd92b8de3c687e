package rollcall.member;

import java.time.Instant;
import java.util.Optional;

/** Until when nothing of a program is sent to its provider. The room that sends has a bean of this type. */
public interface SendingPauses {

    /** Nothing when it is not paused; an instant that is over means the same. */
    Optional<Instant> until(long programId);
}
