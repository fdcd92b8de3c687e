package rollcall.provider.csv;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import rollcall.provider.AttendanceKind;
import rollcall.transfer.CsvRow;
import rollcall.transfer.DayOrder;
import rollcall.transfer.Moments;

/**
 * What somebody says of a report.
 *
 * @param column what each column is taken as, in their order
 */
record ReportForm(
        List<Column> column,
        @Nullable AttendanceKind kind,
        @Nullable DayOrder dayOrder,
        @Nullable Boolean whole,
        @Nullable Boolean leavesOut) {

    ReportForm {
        column = column == null || column.stream().anyMatch(Objects::isNull) ? List.of() : column;
    }

    static ReportForm of(ReportPlan plan) {
        return new ReportForm(plan.columns(), plan.kind(), plan.dayOrder(), plan.whole(), plan.leavesOut());
    }

    ReportPlan plan() {
        return new ReportPlan(
                column,
                Objects.requireNonNullElse(kind, AttendanceKind.LIVE),
                Objects.requireNonNullElse(dayOrder, DayOrder.UNSAID),
                Boolean.TRUE.equals(whole),
                Boolean.TRUE.equals(leavesOut));
    }

    /** Notes what keeps the columns from being these. */
    void check(int columns, List<CsvRow> examples, BindingResult errors) {
        if (column.size() != columns) {
            errors.reject("csv.stale");
            return;
        }
        var plan = plan();
        if (!plan.namesPeople()) {
            errors.rejectValue("column", "csv.nobody-named");
        }
        for (var twice : plan.claimedTwice()) {
            errors.rejectValue("column", "csv.twice." + twice.name());
        }
        if (plan.dayOrder() == DayOrder.UNSAID && ambiguous(plan, examples)) {
            errors.rejectValue("dayOrder", "csv.day-order.missing");
        }
    }

    private static boolean ambiguous(ReportPlan plan, List<CsvRow> examples) {
        return List.of(Column.JOINED, Column.LEFT).stream()
                .filter(plan::has)
                .anyMatch(time -> examples.stream().anyMatch(row -> Moments.ambiguous(row.cell(plan.at(time)))));
    }
}
