package rollcall.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Reach;
import rollcall.program.ProgramList.Stretch;
import rollcall.web.Text;

/** Reads the list of programs, one stretch at a time. */
@Component
class ProgramListRows {

    private final JdbcClient jdbc;

    ProgramListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(Reach reach) {
        var params = new HashMap<String, Object>();
        var sql = "select count(*) from (select id from program where true" + within(reach, params) + " limit 1) p";
        return jdbc.sql(sql).params(params).query(Long.class).single() > 0;
    }

    /** @param from where to begin, without it; null for the beginning of the stretch */
    List<Program> of(
            Stretch stretch, Reach reach, String q, @Nullable ProgramKey from, boolean forward, Instant now, int most) {
        var params = new HashMap<String, Object>();
        var ascending = stretch.ascending() == forward;
        var sql =
                "select * from program where " + in(stretch, now, params) + within(reach, params) + matching(q, params)
                        + behind(from, ascending, params)
                        + (ascending ? " order by starts_at, id" : " order by starts_at desc, id desc")
                        + " limit " + most;
        return jdbc.sql(sql).params(params).query(ProgramListRows::program).list();
    }

    private static String in(Stretch stretch, Instant now, Map<String, Object> params) {
        if (stretch == Stretch.ARCHIVED) {
            return "archived_at is not null";
        }
        params.put("now", utc(now));
        return "archived_at is null and ends_at " + (stretch == Stretch.UPCOMING ? ">" : "<=") + " :now";
    }

    private static String within(Reach reach, Map<String, Object> params) {
        if (reach.everywhere()) {
            return "";
        }
        params.put("reach", reach.programIds());
        return " and id in (:reach)";
    }

    private static String matching(String q, Map<String, Object> params) {
        if (q.isEmpty()) {
            return "";
        }
        params.put("q", "%" + Text.searchable(q).replaceAll("([!%_])", "!$1") + "%");
        return " and name_key like :q escape '!'";
    }

    private static String behind(@Nullable ProgramKey from, boolean ascending, Map<String, Object> params) {
        if (from == null) {
            return "";
        }
        params.put("startsAt", utc(from.startsAt()));
        params.put("id", from.id());
        return " and (starts_at, id) " + (ascending ? ">" : "<") + " (:startsAt, :id)";
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Program program(ResultSet row, int number) throws SQLException {
        var archivedAt = row.getTimestamp("archived_at");
        return new Program(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("channel_id"),
                row.getString("name"),
                row.getString("description"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("zone"),
                row.getObject("capacity", Integer.class),
                row.getBoolean("approval_required"),
                row.getBoolean("waitlist_on"),
                row.getBoolean("four_eyes"),
                row.getString("webinar_address"),
                archivedAt == null ? null : archivedAt.toInstant(),
                row.getBoolean("sample"),
                row.getTimestamp("created_at").toInstant());
    }
}
