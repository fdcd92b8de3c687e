package rollcall.transfer;

import java.util.Collection;

/** How many rows got which verdict. */
record Totals(long created, long updated, long unchanged, long refused) {

    static final Totals NONE = new Totals(0, 0, 0, 0);

    static Totals of(Collection<Verdict> verdicts) {
        return new Totals(
                count(verdicts, Verdict.Kind.CREATED),
                count(verdicts, Verdict.Kind.UPDATED),
                count(verdicts, Verdict.Kind.UNCHANGED),
                count(verdicts, Verdict.Kind.REFUSED));
    }

    private static long count(Collection<Verdict> verdicts, Verdict.Kind kind) {
        return verdicts.stream().filter(verdict -> verdict.kind() == kind).count();
    }

    Totals plus(Totals other) {
        return new Totals(
                created + other.created, updated + other.updated, unchanged + other.unchanged, refused + other.refused);
    }

    /** All rows: each has exactly one verdict. */
    public long rows() {
        return created + updated + unchanged + refused;
    }

    /** How many rows something is written for. */
    public long writing() {
        return created + updated;
    }

    public long of(Verdict.Kind kind) {
        return switch (kind) {
            case REFUSED -> refused;
            case CREATED -> created;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
        };
    }
}
