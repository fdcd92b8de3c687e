package rollcall.torture;

import java.util.Random;

/**
 * When it strikes.
 *
 * @param at after how many acknowledged changes, or at how many percent of the work
 */
record Moment(Work work, int at) {

    enum Work {
        /** Nothing but what users do one by one. */
        CHANGES,
        CHECK,
        IMPORT,
        BULK,
        PUSH,
        EXPORT
    }

    /** Some moment of that work. */
    static Moment during(Work work, Random dice) {
        return new Moment(work, dice.nextInt(5, 90));
    }

    static Moment any(Random dice) {
        var works = Work.values();
        return during(works[dice.nextInt(works.length)], dice);
    }

    @Override
    public String toString() {
        return work == Work.CHANGES
                ? "after " + at + " acknowledged changes"
                : "at " + at + " % of " + work.name().toLowerCase(java.util.Locale.ROOT);
    }
}
