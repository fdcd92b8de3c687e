package rollcall.member;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * Some of those whom a change moved.
 *
 * @param ways how many went from which status to which, whomever the page names
 * @param after the key behind which the next page begins; null on the last one
 */
record ChangedPage(
        ChangedFilter filter,
        List<Way> ways,
        List<ChangedMember> members,
        @Nullable String after) {

    /** @param from null for those who came into the program */
    record Way(@Nullable Status from, Status to, long n) {

        static final Comparator<Way> ORDER = Comparator.comparing(Way::to, Status.ORDER)
                .thenComparing(Way::from, Comparator.nullsFirst(Status.ORDER));

        Way of(long number) {
            return new Way(from, to, number);
        }

        /** The part of an address that asks for those who went that way. */
        public String query() {
            return new QueryString()
                    .with("from", from == null ? ChangedFilter.NOBODY : from.key())
                    .with("to", to.key())
                    .toString();
        }
    }

    /** Whether the page names those who went that way, and no others. */
    public boolean shows(Way way) {
        return filter.narrows()
                && filter.means(
                        way.from() == null ? null : way.from().key(), way.to().key());
    }

    @Nullable
    public String next(String address) {
        return after == null ? null : filter.written().with("after", after).after(address) + "#who";
    }

    @Nullable
    public String first(String address) {
        return filter.after() == null ? null : filter.written().after(address) + "#who";
    }
}
