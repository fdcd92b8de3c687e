package rollcall.member;

/**
 * What a {@link Forecast} gave away, for a later one that goes on where it ended.
 *
 * @param seats how many more are taken; negative when more came free
 * @param waiting how many more wait for one
 */
public record SeatsSpent(int seats, long waiting) {

    public static final SeatsSpent NOTHING = new SeatsSpent(0, 0);

    public SeatsSpent plus(SeatsSpent more) {
        return new SeatsSpent(seats + more.seats, waiting + more.waiting);
    }
}
