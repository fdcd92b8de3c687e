package rollcall.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What looking at an {@link Invariant} came to. */
sealed interface Finding {

    /** Nothing breaks it. */
    record Holds() implements Finding {}

    /** @param rows the first of those that break it, {@value Inspection#SHOWN} at most */
    record Broken(List<Row> rows) implements Finding {}

    /** Nobody knows: it took longer than it may. */
    record Unfinished() implements Finding {}

    /**
     * A row that must not be as it is.
     *
     * @param id never personal data
     */
    record Row(String id, @Nullable Long memberId, @Nullable Long programId) {}
}
