package rollcall.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import rollcall.program.Status;
import rollcall.transfer.Read.Entry;

/** The rows that are kept to be shown, and the numbers of those that repeat an address. */
@Component
class RowStore {

    /** CHECK: the first rows of each verdict of a dry run. DONE: all rows that the import refused. */
    enum Stage {
        CHECK,
        DONE
    }

    private static final int AT_A_TIME = 1_000;

    /** What is found before the cells are counted, and that there are too many. */
    private static final List<String> MAY_GO_BEYOND =
            List.of(Refusal.Reason.UNREADABLE_CHARACTERS.name(), Refusal.Reason.TOO_MANY_CELLS.name());

    private final NamedParameterJdbcTemplate jdbc;

    RowStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void store(long importId, Stage stage, Mapping mapping, Collection<Judged> rows) {
        var values =
                rows.stream().map(row -> values(importId, stage, mapping, row)).toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("""
            insert into import_row (import_id, stage, row_no, line, verdict, email, name, reason, detail,
                from_status, to_status, status_reason, cells)
            values (:import, :stage, :number, :line, :verdict, :email, :name, :reason, :detail,
                :from, :to, :statusReason, :cells)\
            """, values);
    }

    private static SqlParameterSource values(long importId, Stage stage, Mapping mapping, Judged judged) {
        var row = judged.read().row();
        var refusal = judged.verdict().refusal();
        return new MapSqlParameterSource("import", importId)
                .addValue("stage", stage.name())
                .addValue("number", judged.number())
                .addValue("line", row.line())
                .addValue("verdict", judged.verdict().kind().name())
                .addValue("email", storable(email(judged.read(), mapping), 254))
                .addValue("name", storable(name(judged.read(), mapping), 202))
                .addValue("reason", refusal == null ? "" : refusal.reason().name())
                .addValue("detail", refusal == null ? "" : storable(refusal.detail(), 100))
                .addValue("from", key(judged.from()))
                .addValue("to", key(judged.to()))
                .addValue("statusReason", judged.statusReason())
                .addValue("cells", stage == Stage.DONE ? storable(CsvLine.of(row.cells()), Integer.MAX_VALUE) : "");
    }

    private static @Nullable String key(@Nullable Status status) {
        return status == null ? null : status.key();
    }

    private static String email(Read read, Mapping mapping) {
        return read instanceof Entry entry
                ? entry.details().email()
                : mapping.columnOf(Target.EMAIL).map(read.row()::cell).orElse("");
    }

    private static String name(Read read, Mapping mapping) {
        if (read instanceof Entry entry) {
            return (entry.details().firstName() + " " + entry.details().lastName()).strip();
        }
        var names = List.of(Target.FIRST_NAME, Target.LAST_NAME, Target.FULL_NAME);
        return String.join(
                        " ",
                        names.stream()
                                .flatMap(target -> mapping.columnOf(target).stream())
                                .map(read.row()::cell)
                                .toList())
                .strip();
    }

    /** PostgreSQL stores no NUL; everything else stays as the file had it. */
    private static String storable(String text, int longest) {
        var stored = text.replace('\u0000', '\uFFFD');
        return stored.length() <= longest ? stored : stored.substring(0, longest);
    }

    List<ShownRow> first(long importId, Stage stage, Verdict.Kind kind, int most) {
        return jdbc.query(
                """
                select line, verdict, email, name, reason, detail, from_status, to_status, status_reason from import_row
                where import_id = :import and stage = :stage and verdict = :verdict
                order by row_no limit :most\
                """,
                new MapSqlParameterSource("import", importId)
                        .addValue("stage", stage.name())
                        .addValue("verdict", kind.name())
                        .addValue("most", most),
                (row, n) -> shown(row));
    }

    private static ShownRow shown(ResultSet row) throws SQLException {
        return new ShownRow(
                row.getLong("line"),
                Verdict.Kind.valueOf(row.getString("verdict")),
                row.getString("email"),
                row.getString("name"),
                refusal(row),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getString("status_reason"));
    }

    private static @Nullable Refusal refusal(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return reason.isEmpty() ? null : new Refusal(Refusal.Reason.valueOf(reason), row.getString("detail"));
    }

    /** Goes through all rows that the import refused, with their cells, a thousand at a time. */
    void eachRefused(long importId, BiConsumer<ShownRow, List<String>> consumer) {
        var last = new long[] {-1};
        int read;
        do {
            read = 0;
            for (var row : refusedAfter(importId, last[0])) {
                last[0] = row.number();
                consumer.accept(row.shown(), row.cells());
                read++;
            }
        } while (read == AT_A_TIME);
    }

    /** Whether one of them may have cells where there is no column. */
    boolean refusedWithCellsBeyond(long importId) {
        return !jdbc.queryForList(
                        """
                        select 1 from import_row where import_id = :import and stage = 'DONE' and reason in (:reasons) limit 1\
                        """,
                        new MapSqlParameterSource("import", importId).addValue("reasons", MAY_GO_BEYOND),
                        Integer.class)
                .isEmpty();
    }

    private record Kept(long number, ShownRow shown, List<String> cells) {}

    private List<Kept> refusedAfter(long importId, long number) {
        return jdbc.query(
                """
                select row_no, line, verdict, email, name, reason, detail, from_status, to_status, status_reason, cells
                from import_row
                where import_id = :import and stage = 'DONE' and row_no > :after
                order by row_no limit :most\
                """,
                new MapSqlParameterSource("import", importId)
                        .addValue("after", number)
                        .addValue("most", AT_A_TIME),
                (row, n) -> new Kept(row.getLong("row_no"), shown(row), CsvLine.cells(row.getString("cells"))));
    }

    void forget(long importId, Stage stage) {
        jdbc.update(
                "delete from import_row where import_id = :import and stage = :stage",
                new MapSqlParameterSource("import", importId).addValue("stage", stage.name()));
    }

    /** Forgets the rows of dry runs that nobody confirmed, and the refused ones of imports that ended long ago. */
    void forgetBefore(Instant uploaded, Instant ended) {
        jdbc.update(
                """
                delete from import_row where import_id in (
                    select id from member_import where job_id is null and uploaded_at < :uploaded
                    union all select id from member_import where ended_at < :ended)\
                """,
                new MapSqlParameterSource("uploaded", Timestamp.from(uploaded))
                        .addValue("ended", Timestamp.from(ended)));
    }

    void storeDuplicates(long importId, Map<Long, Long> firstLines) {
        var values = firstLines.entrySet().stream()
                .map(entry -> new MapSqlParameterSource("import", importId)
                        .addValue("number", entry.getKey())
                        .addValue("line", entry.getValue()))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate(
                "insert into import_duplicate (import_id, row_no, first_line) values (:import, :number, :line)",
                values);
    }

    /** The lines where the addresses stood first, by the number of the row that repeats one, for a run of rows. */
    Map<Long, Long> duplicates(long importId, long first, long count) {
        var found = new HashMap<Long, Long>();
        jdbc.query(
                """
                select row_no, first_line from import_duplicate
                where import_id = :import and row_no >= :first and row_no < :behind\
                """,
                new MapSqlParameterSource("import", importId)
                        .addValue("first", first)
                        .addValue("behind", first + count),
                row -> {
                    found.put(row.getLong("row_no"), row.getLong("first_line"));
                });
        return found;
    }

    void forgetDuplicates(long importId) {
        jdbc.update(
                "delete from import_duplicate where import_id = :import",
                new MapSqlParameterSource("import", importId));
    }
}
