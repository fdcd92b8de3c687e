package rollcall.provider;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * How many members a refresh had that effect on.
 *
 * @param from null for somebody who was no member
 * @param to the status that the report speaks for
 */
record RefreshCount(Effect effect, @Nullable Status from, Status to, int n) {

    static final Comparator<RefreshCount> ORDER = Comparator.comparing(RefreshCount::effect)
            .thenComparing(RefreshCount::to, Status.ORDER)
            .thenComparing(RefreshCount::from, Comparator.nullsFirst(Status.ORDER));
}
