package rollcall.job;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How several workers share one queue: look at who is next without locking anybody, then lock some of them at a time, until
 * some are free. Not in one statement, as H2 locks all that a query with an order finds, whatever its limit: each worker
 * would go through the whole queue, and the others would find nothing left.
 */
public final class FirstFree {

    /** How many times as many as are wanted are looked at; as many workers find something at the same moment. */
    public static final int LOOK = 16;

    private FirstFree() {}

    /**
     * @param inTurn the ids of those who were next a moment ago, the first one first
     * @param lock locks those of the given that are still next and that nobody else holds, and tells which ({@code for
     *     update skip locked})
     * @return at most {@code most} that are locked now; none when somebody else holds them all
     */
    public static List<Long> of(List<Long> inTurn, int most, UnaryOperator<List<Long>> lock) {
        for (int from = 0; from < inTurn.size(); from += most) {
            var free = lock.apply(inTurn.subList(from, Math.min(inTurn.size(), from + most)));
            if (!free.isEmpty()) {
                return free;
            }
        }
        return List.of();
    }
}
