package rollcall.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.program.Channel;
import rollcall.program.Program;

/** Reads one page of a list, on an index from the page's key on: the last page costs no more than the first. */
@Component
class PageReads {

    private final MemberReads reads;

    PageReads(MemberReads reads) {
        this.reads = reads;
    }

    /** Which list is read, and in what order. */
    record Listing(
            Program program, Channel channel, MemberFilter filter, MemberSql sql, Search search, MemberSort sort) {

        /**
         * The columns of an index, from its first one on, so that no database sorts what it can read in order; without
         * the first one where few match, so that H2 does not go through that index in search of them.
         */
        String orderBy(MemberSql part, boolean forward) {
            var direction = forward == sort.ascending() ? "" : " desc";
            var status = sort.byName() && filter.statuses().size() == 1 ? "m.status%1$s, " : "";
            return ((part.areFew() ? "" : "m.program_id%1$s, " + status) + "m.%2$s%1$s, m.id%1$s")
                    .formatted(direction, sort.column());
        }
    }

    /**
     * @param after the key of the page before this one; null or made up for the first page
     * @param before the key of the page behind this one; wins over {@code after}
     */
    MemberPage page(Listing listing, @Nullable String after, @Nullable String before, int size) {
        var backward = start(listing, before);
        var start = backward.or(() -> start(listing, after));
        var forward = backward.isEmpty();
        var lines = lines(listing, stretches(listing, start, forward), forward, size + 1);
        return MemberPage.of(lines, size, listing.sort(), forward, start.isPresent());
    }

    /** One stretch of the list behind the other, each in the parts that make it up. */
    private static List<List<MemberSql>> stretches(Listing listing, Optional<PageStart> start, boolean forward) {
        var parts = listing.search().parts(listing.sql());
        if (start.isEmpty()) {
            return List.of(parts.stream()
                    .map(part -> PageStart.everybody(part, listing.sort()))
                    .toList());
        }
        var behind = parts.stream()
                .map(part -> start.get().behind(part, listing.sort(), forward))
                .toList();
        return List.of(
                behind.stream().map(List::getFirst).toList(),
                behind.stream().map(List::getLast).toList());
    }

    private List<MemberLine> lines(Listing listing, List<List<MemberSql>> stretches, boolean forward, int most) {
        var lines = new ArrayList<MemberLine>();
        for (var stretch : stretches) {
            if (lines.size() < most) {
                lines.addAll(reads.lines(
                        listing.channel(), stretch, part -> listing.orderBy(part, forward), most - lines.size()));
            }
        }
        return lines;
    }

    /** A key without an instant leaves the rest to the member that it names. */
    private Optional<PageStart> start(Listing listing, @Nullable String key) {
        var sort = listing.sort();
        return PageKey.parse(key, sort)
                .flatMap(parsed -> parsed.at() == null
                        ? reads.sortedBy(listing.program(), sort, parsed.id())
                                .map(text -> new PageStart(text, parsed.id()))
                        : Optional.of(PageStart.of(parsed.at(), parsed.id())));
    }
}
