package rollcall.transfer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.job.JobState;
import rollcall.program.Actor;

/** Writes the rows of {@code member_import}. */
@Component
class ImportRows {

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(
            long programId,
            Actor by,
            Instant now,
            String fileName,
            String storedName,
            long bytes,
            CsvShape shape,
            ImportPlan plan,
            List<String> headings) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into member_import (program_id, actor_key, actor_name, uploaded_at, file_name,
                stored_name, bytes, encoding, delimiter, header_line, headings_key, headings, mapping, status, reason,
                known, registered_there, day_order, erased_too, expected_created, expected_updated, expected_unchanged,
                expected_refused, created, updated, unchanged, refused)
            values (:program, :actorKey, :actorName, :now, :fileName,
                :storedName, :bytes, :encoding, :delimiter, :headerLine, :headingsKey, :headings, :mapping, :status,
                :reason, :known, :registeredThere, :dayOrder, :erasedToo, 0, 0, 0, 0, 0, 0, 0, 0)\
            """)
                .param("program", programId)
                .param("actorKey", by.key())
                .param("actorName", by.name())
                .param("now", Timestamp.from(now))
                .param("fileName", fileName)
                .param("storedName", storedName)
                .param("bytes", bytes)
                .params(shapeParams(shape, headings))
                .params(planParams(plan))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    /** Stores how the file is read and what its columns mean; a dry run of before does not count any more. */
    void plan(long id, CsvShape shape, List<String> headings, ImportPlan plan) {
        jdbc.sql("""
            update member_import set encoding = :encoding, delimiter = :delimiter,
                header_line = :headerLine, headings_key = :headingsKey, headings = :headings, mapping = :mapping,
                status = :status, reason = :reason, known = :known, registered_there = :registeredThere,
                day_order = :dayOrder, erased_too = :erasedToo, checked_at = null, expected_created = 0, expected_updated = 0,
                expected_unchanged = 0, expected_refused = 0
            where id = :id and job_id is null\
            """)
                .params(shapeParams(shape, headings))
                .params(planParams(plan))
                .param("id", id)
                .update();
    }

    private static Map<String, Object> shapeParams(CsvShape shape, List<String> headings) {
        return Map.of(
                "encoding", shape.encoding().name(),
                "delimiter", shape.delimiter().name(),
                "headerLine", shape.headerLine(),
                "headingsKey", HeadingsKey.of(headings),
                "headings", headings.isEmpty() ? "" : storable(CsvLine.of(headings)));
    }

    /** PostgreSQL stores no NUL. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    private static Map<String, Object> planParams(ImportPlan plan) {
        return Map.of(
                "mapping", plan.mapping().stored(),
                "status", plan.status(),
                "reason", plan.reason(),
                "known", plan.known().name(),
                "registeredThere", plan.registeredThere(),
                "dayOrder", plan.dayOrder().name(),
                "erasedToo", plan.erasedToo());
    }

    void expect(long id, Totals more) {
        jdbc.sql("""
            update member_import set expected_created = expected_created + :created,
                expected_updated = expected_updated + :updated, expected_unchanged = expected_unchanged + :unchanged,
                expected_refused = expected_refused + :refused
            where id = :id\
            """).params(totals(more)).param("id", id).update();
    }

    /** The dry run came to its end. */
    void checked(long id, Instant now) {
        jdbc.sql("update member_import set checked_at = :now, job_id = null where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** The dry run was stopped; it is still to be made. */
    void unchecked(long id) {
        jdbc.sql("update member_import set checked_at = null, job_id = null where id = :id")
                .param("id", id)
                .update();
    }

    void started(long id, long jobId) {
        jdbc.sql("update member_import set job_id = :job where id = :id and job_id is null")
                .param("job", jobId)
                .param("id", id)
                .update();
    }

    void add(long id, Totals more) {
        jdbc.sql("""
            update member_import set created = created + :created, updated = updated + :updated,
                unchanged = unchanged + :unchanged, refused = refused + :refused
            where id = :id\
            """).params(totals(more)).param("id", id).update();
    }

    private static Map<String, Object> totals(Totals totals) {
        return Map.of(
                "created", totals.created(),
                "updated", totals.updated(),
                "unchanged", totals.unchanged(),
                "refused", totals.refused());
    }

    void ended(long id, Instant now, JobState state) {
        jdbc.sql("update member_import set ended_at = :now, end_state = :state, stored_name = null where id = :id")
                .param("now", Timestamp.from(now))
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from member_import where id = :id and job_id is null")
                .param("id", id)
                .update();
    }

    /** Forgets the files of imports that nobody confirmed, uploaded before {@code then}. */
    void expire(Instant then) {
        jdbc.sql("""
            update member_import set stored_name = null
            where stored_name is not null and job_id is null and uploaded_at < :then\
            """).param("then", Timestamp.from(then)).update();
    }
}
