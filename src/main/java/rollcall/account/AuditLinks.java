package rollcall.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a number that an entry of the audit names leads to. */
final class AuditLinks {

    private static final Map<String, String> PAGES = Map.of(
            "account", "/admin/users/",
            "program", "/programs/",
            "clonedFrom", "/programs/",
            "person", "/people/",
            "merged", "/people/",
            "job", "/jobs/");

    /** Pages that lie below that of the program, which stands beside. */
    private static final Map<String, String> IN_PROGRAM = Map.of(
            "member", "members/",
            "changeSet", "status-changes/",
            "correctedChangeSet", "status-changes/",
            "correctedJob", "status-changes/job/",
            "refresh", "refreshes/");

    private AuditLinks() {}

    /** Null for what has no page. */
    static @Nullable String address(Map<?, ?> entry, String name, Number id) {
        var page = PAGES.get(name);
        if (page != null) {
            return page + id;
        }
        var part = IN_PROGRAM.get(name);
        return part != null && entry.get("program") instanceof Number program
                ? "/programs/%s/%s%s".formatted(program, part, id)
                : null;
    }
}
