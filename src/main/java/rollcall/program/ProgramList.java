package rollcall.program;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import rollcall.program.Access.Reach;

/** The programs that somebody may see: the next event first, past ones after those to come. */
@Service
public class ProgramList {

    /** How many programs stand on a page. */
    public static final int PAGE = 50;

    private final ProgramListRows rows;
    private final Access access;
    private final Clock clock;

    ProgramList(ProgramListRows rows, Access access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /** Whether there is any program that the asker may see, archived ones included. */
    public boolean any(Actor who) {
        var reach = access.reachOf(who);
        return reaches(reach) && rows.any(reach);
    }

    /**
     * One page.
     *
     * @param after the key of the page before this one; null or made up for the first page
     * @param before the key of the page behind this one; wins over {@code after}
     */
    public ProgramPage page(Actor who, ProgramFilter filter, @Nullable String after, @Nullable String before) {
        var reach = access.reachOf(who);
        if (!reaches(reach)) {
            return new ProgramPage(List.of(), null, null);
        }
        var backward = ProgramKey.parse(before);
        var start = backward.or(() -> ProgramKey.parse(after));
        var found = found(reach, filter, start, backward.isEmpty());
        return page(found, start.isPresent(), backward.isEmpty());
    }

    private static boolean reaches(Reach reach) {
        return reach.everywhere() || !reach.programIds().isEmpty();
    }

    /** Up to one more than fit on a page, in the direction asked for, from one stretch of the list into the next. */
    private List<Program> found(Reach reach, ProgramFilter filter, Optional<ProgramKey> start, boolean forward) {
        var now = clock.instant();
        var found = new ArrayList<Program>();
        var from = start;
        for (var stretch : stretches(filter, forward)) {
            if (from.isPresent() && from.get().stretch() != stretch) {
                continue; // lies on a page that was shown already
            }
            found.addAll(rows.of(stretch, reach, filter.q(), from.orElse(null), forward, now, PAGE + 1 - found.size()));
            from = Optional.empty();
        }
        return found;
    }

    private static List<Stretch> stretches(ProgramFilter filter, boolean forward) {
        var stretches = new ArrayList<>(
                switch (filter.show()) {
                    case ALL -> List.of(Stretch.UPCOMING, Stretch.PAST);
                    case UPCOMING -> List.of(Stretch.UPCOMING);
                    case PAST -> List.of(Stretch.PAST);
                    case ARCHIVED -> List.of(Stretch.ARCHIVED);
                });
        if (!forward) {
            Collections.reverse(stretches);
        }
        return stretches;
    }

    private ProgramPage page(List<Program> found, boolean continued, boolean forward) {
        var more = found.size() > PAGE;
        var shown = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        if (!forward) {
            Collections.reverse(shown);
        }
        if (shown.isEmpty()) {
            return new ProgramPage(shown, null, null);
        }
        var next = forward ? more : true;
        var previous = forward ? continued : more;
        return new ProgramPage(shown, next ? key(shown.getLast()) : null, previous ? key(shown.getFirst()) : null);
    }

    private String key(Program program) {
        return ProgramKey.of(program, clock.instant()).toString();
    }

    /** A part of the list with an order of its own. */
    enum Stretch {
        UPCOMING,
        PAST,
        ARCHIVED;

        static Stretch of(Program program, Instant now) {
            if (program.archived()) {
                return ARCHIVED;
            }
            return program.endedBy(now) ? PAST : UPCOMING;
        }

        /** What comes next stands first; of what is over, the latest. */
        boolean ascending() {
            return this == UPCOMING;
        }
    }
}
