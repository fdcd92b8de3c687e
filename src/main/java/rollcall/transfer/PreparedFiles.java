package rollcall.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of {@code member_export}. */
@Component
class PreparedFiles {

    /** Long before any node's clock, however wrong it goes: so nobody takes what was withdrawn for what has just expired. */
    private static final Instant WITHDRAWN = Instant.EPOCH;

    private final JdbcClient jdbc;

    PreparedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another one is being written for them, of that program */
    long insert(
            long programId,
            Actor by,
            String filter,
            Chosen chosen,
            ListFormat format,
            String language,
            Instant now,
            Instant expires,
            String storedName) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into member_export (program_id, actor_key, actor_name, filter, columns, answers, format, language,
                created_at, expires_at, stored_name, row_count, bytes, fetched, writing_for)
            values (:program, :actorKey, :actorName, :filter, :columns, :answers, :format, :language,
                :now, :expires, :stored, 0, 0, 0, :actorKey)\
            """)
                .param("program", programId)
                .param("actorKey", by.key())
                .param("actorName", by.name())
                .param("filter", filter)
                .param("columns", String.join(" ", chosen.columns()))
                .param("answers", chosen.answers().isEmpty() ? "" : CsvLine.of(chosen.answers()))
                .param("format", format.name())
                .param("language", language)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("stored", storedName)
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    void writtenBy(long id, long jobId) {
        jdbc.sql("update member_export set job_id = :job where id = :id")
                .param("job", jobId)
                .param("id", id)
                .update();
    }

    Optional<PreparedFile> find(long id) {
        return jdbc.sql("select * from member_export where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<PreparedFile> ofJob(long jobId) {
        return jdbc.sql("select * from member_export where job_id = :job")
                .param("job", jobId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The one that is being written for them. */
    Optional<PreparedFile> written(long programId, Actor by) {
        return jdbc.sql("select * from member_export where program_id = :program and writing_for = :actor")
                .param("program", programId)
                .param("actor", by.key())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those of theirs that lie in the folder, the newest first. */
    List<PreparedFile> kept(long programId, Actor by) {
        return jdbc.sql("""
            select * from member_export where program_id = :program and actor_key = :actor and stored_name is not null
            order by id desc\
            """)
                .param("program", programId)
                .param("actor", by.key())
                .query((row, n) -> read(row))
                .list();
    }

    /** It can be fetched until then, unless it was withdrawn meanwhile. */
    void ready(long id, long rows, long bytes, Instant expires) {
        jdbc.sql("""
            update member_export set row_count = :rows, bytes = :bytes, writing_for = null,
                expires_at = case when expires_at = :withdrawn then expires_at else :expires end
            where id = :id\
            """)
                .param("rows", rows)
                .param("bytes", bytes)
                .param("withdrawn", Timestamp.from(WITHDRAWN))
                .param("expires", Timestamp.from(expires))
                .param("id", id)
                .update();
    }

    void fetched(long id) {
        jdbc.sql("update member_export set fetched = fetched + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** Nobody gets those of these programs any more, also those that are still being written. */
    void withdraw(Collection<Long> programIds) {
        jdbc.sql("""
            update member_export set expires_at = :withdrawn
            where stored_name is not null and program_id in (:programs)\
            """)
                .param("withdrawn", Timestamp.from(WITHDRAWN))
                .param("programs", programIds.isEmpty() ? List.of(-1L) : programIds)
                .update();
    }

    List<PreparedFile> expired(Instant now) {
        return jdbc.sql("select * from member_export where stored_name is not null and expires_at <= :now order by id")
                .param("now", Timestamp.from(now))
                .query((row, n) -> read(row))
                .list();
    }

    /** The file is gone; what it was for stays, without what was searched for. */
    void gone(long id) {
        jdbc.sql("update member_export set stored_name = null, writing_for = null, filter = '' where id = :id")
                .param("id", id)
                .update();
    }

    boolean needs(String storedName) {
        return jdbc.sql("select count(*) from member_export where stored_name = :name")
                        .param("name", storedName)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static PreparedFile read(ResultSet row) throws SQLException {
        return new PreparedFile(
                row.getLong("id"),
                row.getLong("program_id"),
                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                row.getString("filter"),
                chosen(row.getString("columns"), row.getString("answers")),
                ListFormat.valueOf(row.getString("format")),
                row.getString("language"),
                at(row, "created_at"),
                at(row, "expires_at"),
                row.getString("stored_name"),
                row.getObject("job_id", Long.class),
                row.getLong("row_count"),
                row.getLong("bytes"),
                row.getInt("fetched"));
    }

    private static Chosen chosen(String columns, String answers) {
        return new Chosen(
                columns.isEmpty() ? List.of() : List.of(columns.split(" ")),
                answers.isEmpty() ? List.of() : CsvLine.cells(answers));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
