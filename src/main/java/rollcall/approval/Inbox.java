package rollcall.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;

/** Reads who waits for a decision that somebody may make, in all programs together, the longest first. */
@Component
class Inbox {

    private static final String WAITING = " where m.status = 'PENDING_APPROVAL' and p.archived_at is null";

    private static final String LINE = """
        select m.id, m.person_id, m.program_id, e.first_name, e.last_name, e.email, e.company, e.job_title, m.changed_at,
            m.brought_by, d.until_at, d.note, d.actor_name
        from member m join program p on p.id = m.program_id join person e on e.id = m.person_id\
        """;

    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(Access access, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many wait in one program. */
    record InProgram(long id, String name, long waiting, long later) {}

    /** In which programs somebody may decide; nowhere for most. */
    Reach reachOf(Actor who) {
        return access.reachOf(who, Act.APPROVE);
    }

    static boolean nowhere(Reach reach) {
        return !reach.everywhere() && reach.programIds().isEmpty();
    }

    /** @param after where to begin, without it; null for the beginning */
    List<Waiter> page(Reach reach, InboxFilter filter, @Nullable InboxKey after, int most) {
        if (nowhere(reach)) {
            return List.of();
        }
        var params = params();
        var sql = LINE + Deferrals.HOLDING + WAITING + within(reach, filter.program(), params) + behind(after, params)
                + " and d.id is " + (filter.later() ? "not null" : "null")
                + " order by m.changed_at, m.id limit " + most;
        return jdbc.sql(sql).params(params).query(Inbox::waiter).list();
    }

    /** Somebody who is pending. */
    Optional<Waiter> find(long memberId) {
        return jdbc.sql(LINE + Deferrals.HOLDING + " where m.status = 'PENDING_APPROVAL' and m.id = :member")
                .params(params())
                .param("member", memberId)
                .query(Inbox::waiter)
                .optional();
    }

    /** Those of them who are pending where somebody may decide, the longest first; a thousand at most. */
    List<Waiter> these(Reach reach, Collection<Long> memberIds) {
        if (nowhere(reach) || memberIds.isEmpty()) {
            return List.of();
        }
        var params = params();
        params.put("ids", memberIds);
        return jdbc.sql(LINE + Deferrals.HOLDING + WAITING + within(reach, null, params)
                        + " and m.id in (:ids) order by m.changed_at, m.id")
                .params(params)
                .query(Inbox::waiter)
                .list();
    }

    /** Who comes next; at the end it begins again, and is empty when nobody else waits. */
    Optional<Waiter> next(Reach reach, InboxFilter filter, InboxKey key) {
        return page(reach, filter, key, 1).stream()
                .findFirst()
                .or(() -> page(reach, filter, null, 1).stream()
                        .filter(one -> one.memberId() != key.memberId())
                        .findFirst());
    }

    /** How many wait, by program, in the order of names; programs in which nobody waits are left out. */
    List<InProgram> byProgram(Reach reach) {
        if (nowhere(reach)) {
            return List.of();
        }
        var params = params();
        return jdbc.sql("""
                        select p.id, p.name, sum(case when d.id is null then 1 else 0 end) as waiting, count(d.id) as later
                        from member m join program p on p.id = m.program_id\
                        """ + Deferrals.HOLDING + WAITING + within(reach, null, params)
                        + " group by p.id, p.name order by p.name, p.id")
                .params(params)
                .query((row, n) -> new InProgram(
                        row.getLong("id"), row.getString("name"), row.getLong("waiting"), row.getLong("later")))
                .list();
    }

    /** How many wait, but no more than {@code most}. */
    int count(Reach reach, int most) {
        var params = params();
        var sql = "select count(*) from (select m.id from member m join program p on p.id = m.program_id"
                + Deferrals.HOLDING + WAITING + within(reach, null, params) + " and d.id is null limit " + most
                + ") waiting";
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    private Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        params.put("now", Timestamp.from(clock.instant()));
        return params;
    }

    private static String within(Reach reach, @Nullable Long program, Map<String, Object> params) {
        var sql = "";
        if (!reach.everywhere()) {
            params.put("reach", reach.programIds());
            sql += " and m.program_id in (:reach)";
        }
        if (program != null) {
            params.put("program", program);
            sql += " and m.program_id = :program";
        }
        return sql;
    }

    private static String behind(@Nullable InboxKey after, Map<String, Object> params) {
        if (after == null) {
            return "";
        }
        params.put("since", Timestamp.from(after.since()));
        params.put("member", after.memberId());
        return " and (m.changed_at, m.id) > (:since, :member)";
    }

    private static Waiter waiter(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until_at");
        return new Waiter(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getLong("program_id"),
                (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                row.getString("email"),
                row.getString("company"),
                row.getString("job_title"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("brought_by"),
                until == null
                        ? null
                        : new Deferral(until.toInstant(), row.getString("note"), row.getString("actor_name")));
    }
}
