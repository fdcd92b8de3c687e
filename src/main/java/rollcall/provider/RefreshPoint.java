package rollcall.provider;

import org.jspecify.annotations.Nullable;

/**
 * How far a refresh has come: the resume point of its job.
 *
 * @param cursor the provider's, or the last member that was settled; empty at the beginning of a phase
 */
record RefreshPoint(Phase phase, String cursor) {

    enum Phase {
        DESCRIBE,
        REGISTRANTS,
        LIVE,
        ON_DEMAND,
        NO_SHOWS,
        MATCH,
        APPLY
    }

    static RefreshPoint at(Phase phase) {
        return new RefreshPoint(phase, "");
    }

    static RefreshPoint parse(String text) {
        if (text.isEmpty()) {
            return at(Phase.DESCRIBE);
        }
        var parts = text.split(" ", 2);
        return new RefreshPoint(Phase.valueOf(parts[0]), parts[1]);
    }

    @Nullable
    String providerCursor() {
        return cursor.isEmpty() ? null : cursor;
    }

    long member() {
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    }

    @Override
    public String toString() {
        return phase + " " + cursor;
    }
}
