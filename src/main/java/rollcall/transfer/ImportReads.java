package rollcall.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.JobState;
import rollcall.person.Known;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;

/** Reads the rows of {@code member_import}. */
@Component
class ImportReads {

    private static final String SELECT = "select * from member_import ";

    private final JdbcClient jdbc;

    ImportReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MemberImport> find(long programId, long id) {
        return one("where program_id = :program and id = :id", programId, id);
    }

    /** As {@link #find}, holding the row until the transaction ends. */
    Optional<MemberImport> lock(long programId, long id) {
        return one("where program_id = :program and id = :id for update", programId, id);
    }

    private Optional<MemberImport> one(String where, long programId, long id) {
        return jdbc.sql(SELECT + where)
                .param("program", programId)
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<MemberImport> ofJob(long jobId) {
        return jdbc.sql(SELECT + "where job_id = :job")
                .param("job", jobId)
                .query((row, n) -> read(row))
                .optional();
    }

    List<MemberImport> recent(long programId, int most) {
        return jdbc.sql(SELECT + "where program_id = :program order by program_id desc, id desc limit :most")
                .param("program", programId)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** The last import of a file with those headings that somebody went through with: here, else within reach. */
    Optional<MemberImport> lastWithHeadings(String headingsKey, long programId, Reach reach) {
        Collection<Long> visible = reach.programIds().isEmpty() ? List.of(programId) : reach.programIds();
        return jdbc.sql(SELECT + """
            where headings_key = :headings and job_id is not null and checked_at is not null
                and (:everywhere or program_id in (:visible))
            order by case when program_id = :program then 0 else 1 end, id desc limit 1\
            """)
                .param("headings", headingsKey)
                .param("everywhere", reach.everywhere())
                .param("visible", visible)
                .param("program", programId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Whether some import still needs that file. */
    boolean needs(String storedName) {
        return jdbc.sql("select count(*) from member_import where stored_name = :name")
                        .param("name", storedName)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static MemberImport read(ResultSet row) throws SQLException {
        return new MemberImport(
                row.getLong("id"),
                row.getLong("program_id"),
                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                Objects.requireNonNull(instant(row, "uploaded_at")),
                row.getString("file_name"),
                row.getString("stored_name"),
                row.getLong("bytes"),
                new CsvShape(
                        Encoding.valueOf(row.getString("encoding")),
                        Delimiter.valueOf(row.getString("delimiter")),
                        row.getLong("header_line")),
                headings(row.getString("headings")),
                readPlan(row),
                instant(row, "checked_at"),
                new Totals(
                        row.getLong("expected_created"),
                        row.getLong("expected_updated"),
                        row.getLong("expected_unchanged"),
                        row.getLong("expected_refused")),
                row.getObject("job_id", Long.class),
                new Totals(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("refused")),
                instant(row, "ended_at"),
                state(row.getString("end_state")));
    }

    private static List<String> headings(String stored) {
        return stored.isEmpty() ? List.of() : CsvLine.cells(stored);
    }

    private static ImportPlan readPlan(ResultSet row) throws SQLException {
        return new ImportPlan(
                Mapping.of(row.getString("mapping")),
                row.getString("status"),
                row.getString("reason"),
                Known.valueOf(row.getString("known")),
                row.getBoolean("registered_there"),
                DayOrder.valueOf(row.getString("day_order")),
                row.getBoolean("erased_too"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable JobState state(@Nullable String name) {
        return name == null ? null : JobState.valueOf(name);
    }
}
