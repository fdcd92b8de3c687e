package rollcall.provider.csv;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import rollcall.provider.AttendanceKind;
import rollcall.transfer.DayOrder;

/**
 * How a report is understood.
 *
 * @param columns what each column is taken as, in their order
 * @param kind what somebody did of whom no column says whether they were there live or watched the recording
 * @param whole whether the file names everybody who was there, so that whoever is not in it did not come
 * @param leavesOut whether rows that cannot be understood are left out
 */
record ReportPlan(List<Column> columns, AttendanceKind kind, DayOrder dayOrder, boolean whole, boolean leavesOut) {

    ReportPlan {
        columns = List.copyOf(columns);
    }

    static ReportPlan proposedFor(List<String> headings) {
        return new ReportPlan(ReportHeadings.proposedFor(headings), AttendanceKind.LIVE, DayOrder.UNSAID, true, false);
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    /** Where that stands; negative when nowhere. */
    int at(Column column) {
        return columns.indexOf(column);
    }

    /** Whether absence follows from it: of who was there live, it tells all. */
    boolean tellsAbsence() {
        return whole && kind == AttendanceKind.LIVE;
    }

    /** Whether anything in it says who somebody is. */
    boolean namesPeople() {
        return has(Column.EMAIL) || has(Column.REGISTRANT_ID);
    }

    /** What two columns claim to be, though only one can. */
    List<Column> claimedTwice() {
        return EnumSet.complementOf(EnumSet.of(Column.LEAVE_OUT)).stream()
                .filter(column -> Collections.frequency(columns, column) > 1)
                .toList();
    }

    String storedColumns() {
        return columns.stream().map(Column::name).collect(Collectors.joining(","));
    }

    static List<Column> columns(String stored) {
        return Arrays.stream(stored.split(",")).map(Column::valueOf).toList();
    }
}
