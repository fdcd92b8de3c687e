package rollcall.provider.csv;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.provider.AttendanceKind;
import rollcall.transfer.DayOrder;
import rollcall.transfer.TableFile;

/** The rows of {@code attendance_file}. */
@Component("reportFiles")
class ReportFiles {

    private final JdbcClient jdbc;

    ReportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long programId, TableFile table, Vendor vendor, ReportPlan plan, Actor by, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into attendance_file (program_id, stored_name, shown_name, shape, vendor, columns, kind, day_order,
                whole, leaves_out, uploaded_at, uploaded_by)
            values (:program, :stored, :shown, :shape, :vendor, :columns, :kind, :dayOrder,
                :whole, :leavesOut, :now, :by)\
            """)
                .param("program", programId)
                .param("stored", table.storedName())
                .param("shown", table.shownName())
                .param("shape", table.shape())
                .param("vendor", vendor.name())
                .param("columns", plan.storedColumns())
                .param("kind", plan.kind().name())
                .param("dayOrder", plan.dayOrder().name())
                .param("whole", plan.whole())
                .param("leavesOut", plan.leavesOut())
                .param("now", Timestamp.from(now))
                .param("by", by.key())
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    void set(long id, ReportPlan plan) {
        jdbc.sql("""
            update attendance_file set columns = :columns, kind = :kind, day_order = :dayOrder, whole = :whole,
                leaves_out = :leavesOut
            where id = :id\
            """)
                .param("columns", plan.storedColumns())
                .param("kind", plan.kind().name())
                .param("dayOrder", plan.dayOrder().name())
                .param("whole", plan.whole())
                .param("leavesOut", plan.leavesOut())
                .param("id", id)
                .update();
    }

    Optional<ReportFile> find(long id) {
        return jdbc.sql("select * from attendance_file where id = :id")
                .param("id", id)
                .query((row, n) -> file(row))
                .optional();
    }

    /** As {@link #find}; nobody else has it until the transaction ends. */
    Optional<ReportFile> hold(long id) {
        return jdbc.sql("select * from attendance_file where id = :id for update")
                .param("id", id)
                .query((row, n) -> file(row))
                .optional();
    }

    /** Those of a program, newest first. */
    List<ReportFile> of(long programId) {
        return jdbc.sql("select * from attendance_file where program_id = :program order by id desc limit 20")
                .param("program", programId)
                .query((row, n) -> file(row))
                .list();
    }

    List<ReportFile> before(Instant then) {
        return jdbc.sql("select * from attendance_file where uploaded_at < :then order by id")
                .param("then", Timestamp.from(then))
                .query((row, n) -> file(row))
                .list();
    }

    void delete(long id) {
        jdbc.sql("delete from attendance_file where id = :id").param("id", id).update();
    }

    private static ReportFile file(ResultSet row) throws SQLException {
        var table = new TableFile(row.getString("stored_name"), row.getString("shown_name"), row.getString("shape"));
        var plan = new ReportPlan(
                ReportPlan.columns(row.getString("columns")),
                AttendanceKind.valueOf(row.getString("kind")),
                DayOrder.valueOf(row.getString("day_order")),
                row.getBoolean("whole"),
                row.getBoolean("leaves_out"));
        return new ReportFile(
                row.getLong("id"),
                row.getLong("program_id"),
                table,
                Vendor.valueOf(row.getString("vendor")),
                plan,
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
