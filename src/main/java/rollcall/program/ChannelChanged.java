package rollcall.program;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * A channel is being changed, inside the transaction that does so and after its rows are written. Whoever keeps copies of
 * what a channel says brings them up to date here; whoever must not be overtaken by it locks here.
 */
public record ChannelChanged(Channel before, Channel after) {

    /** The statuses whose step is another one now, as they are now. */
    public List<Status> moved() {
        return changed((was, is) -> was.step() != is.step());
    }

    /** The statuses that were no success and are one now. */
    public List<Status> succeeding() {
        return changed((was, is) -> !was.success() && is.success());
    }

    List<Status> changed(BiPredicate<Status, Status> test) {
        return after.statuses().stream()
                .filter(is ->
                        before.find(is.key()).filter(was -> test.test(was, is)).isPresent())
                .toList();
    }
}
