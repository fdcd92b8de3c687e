package rollcall.provider.csv;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.person.EmailAddress;
import rollcall.provider.AttendanceKind;
import rollcall.provider.csv.ReportRow.Attended;
import rollcall.provider.csv.ReportRow.Nobody;
import rollcall.provider.csv.ReportRow.Unclear;
import rollcall.transfer.CsvRow;
import rollcall.transfer.Moments;
import rollcall.web.Text;

/** Understands the rows of one report, by its plan. */
final class ReportReader {

    private static final Set<String> YES = Set.of("yes", "y", "ja", "true", "1", "attended", "deltog", "x");
    private static final Set<String> NO =
            Set.of("no", "n", "nej", "false", "0", "absent", "noshow", "didnotattend", "registered", "uteblev");
    private static final Set<String> RECORDING =
            Set.of("ondemand", "archive", "archived", "recording", "recorded", "replay", "iefterhand", "inspelning");
    private static final Set<String> LIVE = Set.of("live", "direkt", "simulive");
    private static final Set<String> STAFF = Set.of(
            "organizer",
            "organiser",
            "coorganizer",
            "presenter",
            "host",
            "cohost",
            "alternativehost",
            "panelist",
            "producer",
            "staff",
            "organisator",
            "arrangor",
            "medarrangor",
            "presentator",
            "vard");

    /** As spreadsheets are told to leave a text as it is: {@code ="2026-03-02 17:00"}. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"(.*)\"");

    /** What no database and no page wants. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 202;

    private final ReportPlan plan;
    private final Moments moments;
    private final boolean seconds;
    private final boolean onDemandSeconds;

    ReportReader(ReportPlan plan, List<String> headings, ZoneId zone) {
        this.plan = plan;
        this.moments = new Moments(zone, plan.dayOrder());
        this.seconds = seconds(headings, plan.at(Column.MINUTES));
        this.onDemandSeconds = seconds(headings, plan.at(Column.ON_DEMAND_MINUTES));
    }

    private static boolean seconds(List<String> headings, int at) {
        return at >= 0 && at < headings.size() && ReportHeadings.seconds(headings.get(at));
    }

    /**
     * Whether the table ends here: what follows a line with a title only is told in other columns. Zoom and Teams put
     * several tables below each other.
     */
    boolean title(CsvRow row) {
        var first = row.cell(0).strip();
        return plan.columns().size() > 2
                && row.cells().size() < plan.columns().size()
                && !first.isEmpty()
                && row.cells().stream().filter(cell -> !cell.isBlank()).count() == 1
                && EmailAddress.parse(first).isEmpty();
    }

    ReportRow read(CsvRow row) {
        var wrong = wrong(row);
        if (wrong.isPresent()) {
            return new Unclear(row.line(), wrong.get());
        }
        if (STAFF.contains(word(row, Column.ROLE)) || NO.contains(word(row, Column.ATTENDED))) {
            return onDemandOf(row)
                    .<ReportRow>map(one -> new Attended(List.of(one)))
                    .filter(one -> !STAFF.contains(word(row, Column.ROLE)))
                    .orElseGet(Nobody::new);
        }
        var visits = new ArrayList<Visit>();
        mainOf(row).ifPresent(visits::add);
        onDemandOf(row).ifPresent(visits::add);
        return visits.isEmpty() ? new Nobody() : new Attended(visits);
    }

    /** The first column that cannot be understood. */
    private Optional<Column> wrong(CsvRow row) {
        var email = text(row, Column.EMAIL);
        if (!email.isEmpty() && EmailAddress.parse(email).isEmpty()) {
            return Optional.of(Column.EMAIL);
        }
        if (email.isEmpty()
                && text(row, Column.REGISTRANT_ID).isEmpty()
                && name(row).isEmpty()) {
            return Optional.of(plan.has(Column.EMAIL) ? Column.EMAIL : Column.REGISTRANT_ID);
        }
        for (var time : List.of(Column.JOINED, Column.LEFT)) {
            if (!text(row, time).isEmpty() && moments.read(text(row, time)).isEmpty()) {
                return Optional.of(time);
            }
        }
        for (var length : List.of(Column.MINUTES, Column.ON_DEMAND_MINUTES)) {
            if (!text(row, length).isEmpty() && length(row, length) == null) {
                return Optional.of(length);
            }
        }
        return word(row, Column.ATTENDED).isEmpty()
                        || YES.contains(word(row, Column.ATTENDED))
                        || NO.contains(word(row, Column.ATTENDED))
                ? wrongKind(row)
                : Optional.of(Column.ATTENDED);
    }

    private Optional<Column> wrongKind(CsvRow row) {
        var kind = word(row, Column.KIND);
        return kind.isEmpty() || LIVE.contains(kind) || RECORDING.contains(kind)
                ? Optional.empty()
                : Optional.of(Column.KIND);
    }

    private Optional<Visit> mainOf(CsvRow row) {
        var length = length(row, Column.MINUTES);
        var joined = moment(row, Column.JOINED);
        var said = YES.contains(word(row, Column.ATTENDED))
                || !word(row, Column.KIND).isEmpty();
        var silent = !plan.has(Column.MINUTES)
                && !plan.has(Column.JOINED)
                && !plan.has(Column.ATTENDED)
                && !plan.has(Column.ON_DEMAND_MINUTES);
        var there = joined != null || (length != null && length.isPositive());
        return said || silent || there
                ? Optional.of(visit(row, kind(row), joined, moment(row, Column.LEFT), length))
                : Optional.empty();
    }

    private AttendanceKind kind(CsvRow row) {
        var word = word(row, Column.KIND);
        if (word.isEmpty()) {
            return plan.kind();
        }
        return RECORDING.contains(word) ? AttendanceKind.ON_DEMAND : AttendanceKind.LIVE;
    }

    private Optional<Visit> onDemandOf(CsvRow row) {
        var length = length(row, Column.ON_DEMAND_MINUTES);
        return length != null && length.isPositive()
                ? Optional.of(visit(row, AttendanceKind.ON_DEMAND, null, null, length))
                : Optional.empty();
    }

    private Visit visit(
            CsvRow row,
            AttendanceKind kind,
            @Nullable Instant joined,
            @Nullable Instant left,
            @Nullable Duration length) {
        return new Visit(
                kind,
                Text.cut(text(row, Column.REGISTRANT_ID), LONGEST_ID),
                text(row, Column.EMAIL),
                Text.cut(name(row), LONGEST_NAME),
                joined,
                left,
                length);
    }

    private @Nullable Instant moment(CsvRow row, Column column) {
        return text(row, column).isEmpty()
                ? null
                : moments.read(text(row, column)).orElse(null);
    }

    private @Nullable Duration length(CsvRow row, Column column) {
        return Stretch.read(text(row, column), column == Column.MINUTES ? seconds : onDemandSeconds)
                .orElse(null);
    }

    private String name(CsvRow row) {
        var both = Text.tidy(text(row, Column.FIRST_NAME) + " " + text(row, Column.LAST_NAME));
        return both.isEmpty() ? text(row, Column.FULL_NAME) : both;
    }

    private String word(CsvRow row, Column column) {
        return ReportHeadings.key(text(row, column)).toLowerCase(Locale.ROOT);
    }

    /** Nothing where the column is not there or says nothing. */
    private String text(CsvRow row, Column column) {
        int at = plan.at(column);
        var cell = at < 0 ? "" : Text.tidy(UNSTORABLE.matcher(row.cell(at)).replaceAll(" "));
        var kept = KEPT_AS_TEXT.matcher(cell);
        var text = kept.matches() ? kept.group(1).strip() : cell;
        return Moments.blank(text) ? "" : text;
    }
}
