package rollcall.provider.csv;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose report a file is, as far as its headings tell. What they were taken from stands in docs/providers/csv.md. */
enum Vendor {
    TEAMS(Set.of("firstjoin", "lastleave"), Set.of("inmeetingduration"), Set.of("participantid", "role")),
    GOTOWEBINAR(Set.of("interestrating"), Set.of("timeinsession", "unsubscribed")),
    ON24(Set.of("liveminutes"), Set.of("archiveminutes"), Set.of("eventuserid"), Set.of("engagementscore")),
    WEBEX(Set.of("attendeeemail"), Set.of("attendanceduration")),
    ZOOM(
            Set.of("timeinsession", "isguest"),
            Set.of("timeinsession", "approvalstatus"),
            Set.of("username", "timeinsession")),
    OTHER(Set.of());

    private final List<Set<String>> signs;

    @SafeVarargs
    Vendor(Set<String>... signs) {
        this.signs = List.of(signs);
    }

    static Vendor of(Collection<String> headings) {
        var keys = headings.stream().map(ReportHeadings::key).collect(Collectors.toSet());
        for (var vendor : values()) {
            if (vendor.signs.stream().anyMatch(keys::containsAll)) {
                return vendor;
            }
        }
        return OTHER;
    }

    public String messageKey() {
        return "csv.vendor." + name();
    }
}
