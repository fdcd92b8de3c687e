package rollcall.member;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;

/** How many may wait for a seat at most. The room that knows declares a bean of this type; without one any number may. */
public interface WaitlistLimits {

    /** Empty for any number. */
    OptionalInt mostIn(long programId);

    /** By program; those in which any number may are left out. */
    Map<Long, Integer> mostIn(Collection<Long> programIds);
}
