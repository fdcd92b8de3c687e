package rollcall.member;

import java.util.Map;

/** Changes that were made together and were wrong: one change set, or all that a job made. */
public sealed interface Mistake {

    record OfChangeSet(long id) implements Mistake {}

    record OfJob(long id) implements Mistake {}

    /** As the audit names it. */
    default Map<String, Object> details() {
        return switch (this) {
            case OfChangeSet(var id) -> Map.of("correctedChangeSet", id);
            case OfJob(var id) -> Map.of("correctedJob", id);
        };
    }
}
