package rollcall.provider.csv;

import java.util.List;

/** What a row of a report comes to. */
sealed interface ReportRow {

    /** It says how somebody attended; once for each way. */
    record Attended(List<Visit> visits) implements ReportRow {}

    /** It says that somebody did not attend, or was there to speak. */
    record Nobody() implements ReportRow {}

    /** It cannot be understood. */
    record Unclear(long line, Column column) implements ReportRow {

        public String messageKey() {
            return "csv.unclear." + column.name();
        }
    }
}
