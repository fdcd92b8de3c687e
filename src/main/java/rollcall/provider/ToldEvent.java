package rollcall.provider;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.program.Program;

/**
 * A program's event as its provider told of it last.
 *
 * @param toldAt null when it has not yet
 * @param dueAt when it is asked again; null when it is not asked by itself any more
 * @param problem what the last try failed with; null when it did not. What was told before stays.
 * @param words the provider's, for that
 */
public record ToldEvent(
        EventDetails details,
        @Nullable Instant toldAt,
        @Nullable Instant dueAt,
        @Nullable RefreshProblem problem,
        @Nullable String words) {

    /** What of it is not as the program has it, by the names of what differs; the provider may leave out anything. */
    Set<String> differsFrom(Program program) {
        var names = new LinkedHashSet<String>();
        if (toldAt != null) {
            differs(names, "title", details.title().isEmpty() ? null : details.title(), program.name());
            differs(names, "starts", details.startsAt(), program.startsAt());
            differs(names, "ends", details.endsAt(), program.endsAt());
        }
        return names;
    }

    private static void differs(Set<String> names, String name, @Nullable Object there, Object here) {
        if (there != null && !there.equals(here)) {
            names.add(name);
        }
    }

    /** Whether fewer fit in there than the program lets in, as far as the provider says. */
    public boolean smallerThan(Program program) {
        var capacity = details.capacity();
        return capacity != null && (program.capacity() == null || capacity < program.capacity());
    }

    /** The seats there are there, when the program may have as many and has more now; null when there is nothing to take over. */
    @Nullable
    Integer capacityToTakeOver(Program program) {
        var capacity = details.capacity();
        return capacity != null && capacity > 0 && smallerThan(program) ? capacity : null;
    }

    /** Whether it is being asked at this moment. */
    boolean asking(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
