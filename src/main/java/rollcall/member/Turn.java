package rollcall.member;

import java.util.Comparator;

/**
 * A place on a waitlist: who comes first is first.
 *
 * @param priority higher goes first; 0 for whom nobody has moved
 * @param number the change set with which they began to wait: it never changes while they do, whatever dates say
 */
record Turn(int priority, long number, long memberId) implements Comparable<Turn> {

    private static final Comparator<Turn> ORDER = Comparator.comparingInt(Turn::priority)
            .reversed()
            .thenComparingLong(Turn::number)
            .thenComparingLong(Turn::memberId);

    @Override
    public int compareTo(Turn other) {
        return ORDER.compare(this, other);
    }
}
