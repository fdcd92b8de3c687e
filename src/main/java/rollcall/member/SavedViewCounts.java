package rollcall.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rollcall.program.Program;

/**
 * How many members each of several views has, at a price that does not grow with the program: views that ask for statuses
 * alone are answered from the counts that are kept anyway, the others are counted together in one statement, and only in
 * a program that is not too large for that.
 */
@Component
class SavedViewCounts {

    /** In a program with more members nothing is counted one by one. */
    static final long COUNTED_TOGETHER = 50_000;

    /** So many views are counted one by one at most; the number of the others is left out. */
    static final int MOST_VIEWS = 20;

    /** Nobody needs to know of a longer list than that how long it is before it is opened. */
    static final long MOST = 10_000;

    /** @param cut whether there are more than that */
    record Count(long number, boolean cut) {

        private static Count upToMost(long counted) {
            return new Count(Math.min(counted, MOST), counted > MOST);
        }
    }

    private final Members members;

    SavedViewCounts(Members members) {
        this.members = members;
    }

    /** By the id of the view; views that were not counted are left out. */
    Map<Long, Count> of(Program program, List<SavedView> views) {
        var kept = members.counts(program.key());
        var total = kept.values().stream().mapToLong(Long::longValue).sum();
        var counts = new HashMap<Long, Count>();
        var toCount = new ArrayList<SavedView>();
        for (var view : views) {
            if (view.filter().statusesAlone()) {
                counts.put(
                        view.id(),
                        new Count(view.filter().filter(program.zoneId()).sumOf(kept), false));
            } else if (total <= COUNTED_TOGETHER && toCount.size() < MOST_VIEWS) {
                toCount.add(view);
            }
        }
        count(program, toCount, counts);
        return counts;
    }

    private void count(Program program, List<SavedView> views, Map<Long, Count> counts) {
        var filters = views.stream()
                .map(view -> view.filter().filter(program.zoneId()))
                .toList();
        var counted = members.countsUpTo(program, filters, MOST + 1);
        for (int i = 0; i < views.size(); i++) {
            counts.put(views.get(i).id(), Count.upToMost(counted.get(i)));
        }
    }
}
