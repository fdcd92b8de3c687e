package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.FirstFree;

/** The rows of {@code campaign_entry}: who is to go on, and where to. */
@Component
class EntryRows {

    /** How many nodes may be at one campaign at the same moment, each with its own chunk. */
    private static final int NODES = 4;

    /** Asks for the first one of each campaign in the order of an index; for whether there is one, PostgreSQL may go through all. */
    static final String CAMPAIGNS_DUE = """
        select c.id from campaign c where c.state = 'ON' and (
            select e.id from campaign_entry e where e.campaign_id = c.id and e.due_at <= :now
            order by e.campaign_id, e.due_at, e.id limit 1) is not null
        union all
        select c.id from campaign c where c.state = 'STOPPED' and (
            select e.id from campaign_entry e where e.campaign_id = c.id and e.state = 'GOING'
            order by e.campaign_id, e.state, e.id limit 1) is not null\
        """;

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds some of those who waited longest, leaving out whom somebody else holds, until the transaction ends. */
    List<Entry> claim(long campaignId, Instant now, int most) {
        var inTurn = jdbc.sql("""
            select e.id from campaign_entry e where e.campaign_id = :campaign and e.due_at <= :now
            order by e.campaign_id, e.due_at, e.id limit :most\
            """)
                .param("campaign", campaignId)
                .param("now", Timestamp.from(now))
                .param("most", most * NODES)
                .query(Long.class)
                .list();
        return entries(FirstFree.of(inTurn, most, ids -> lock(now, ids)));
    }

    /** As {@link #claim(long, Instant, int)}, only these. */
    List<Entry> claim(Instant now, Collection<Long> ids) {
        return entries(lock(now, ids));
    }

    /** By their ids alone: a database that trusts old statistics would go through all who are due. */
    private List<Long> lock(Instant now, Collection<Long> ids) {
        return jdbc
                .sql("select id, due_at from campaign_entry where id in (:ids) order by id for update skip locked")
                .param("ids", ids)
                .query((row, n) -> due(row.getTimestamp("due_at"), now) ? row.getLong("id") : 0)
                .list()
                .stream()
                .filter(id -> id > 0)
                .toList();
    }

    private static boolean due(@Nullable Timestamp at, Instant now) {
        return at != null && !at.toInstant().isAfter(now);
    }

    private List<Entry> entries(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                    select e.id, e.member_id, m.person_id, e.version, e.step, e.level,
                        (m.status = 'NOT_IN_PROGRAM' or m.closed is not null) as gone
                    from campaign_entry e join member m on m.id = e.member_id
                    where e.id in (:ids) order by e.due_at, e.id\
                    """)
                        .param("ids", ids)
                        .query((row, n) -> new Entry(
                                row.getLong("id"),
                                row.getLong("member_id"),
                                row.getLong("person_id"),
                                row.getInt("version"),
                                row.getInt("step"),
                                row.getInt("level"),
                                row.getBoolean("gone")))
                        .list();
    }

    /** On to that step. */
    void moveOn(Collection<Long> ids, int step, Instant due) {
        if (!ids.isEmpty()) {
            jdbc.sql("update campaign_entry set step = :step, due_at = :due, around = null where id in (:ids)")
                    .param("step", step)
                    .param("due", Timestamp.from(due))
                    .param("ids", ids)
                    .update();
        }
    }

    /** Wait for that step; campaigns that lead to one another are counted anew behind a wait. */
    void letWait(Collection<Long> ids, int step, Instant due, @Nullable String around) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                update campaign_entry set step = :step, due_at = :due, around = :around, level = 0 where id in (:ids)\
                """)
                    .param("step", step)
                    .param("due", Timestamp.from(due))
                    .param("around", around)
                    .param("ids", ids)
                    .update();
        }
    }

    void end(Collection<Long> ids, EntryState state, Instant now) {
        end(ids, state, null, now);
    }

    /** Through after that step. */
    void finish(Collection<Long> ids, int steps, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                update campaign_entry set state = 'DONE', step = :steps, due_at = null, around = null, ended_at = :now
                where id in (:ids)\
                """)
                    .param("steps", steps)
                    .param("now", Timestamp.from(now))
                    .param("ids", ids)
                    .update();
        }
    }

    /** @param problem the key of a message; null when there is none */
    void end(Collection<Long> ids, EntryState state, @Nullable String problem, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                update campaign_entry set state = :state, problem = :problem, due_at = null, around = null,
                    ended_at = :now
                where id in (:ids)\
                """)
                    .param("state", state.name())
                    .param("problem", problem)
                    .param("now", Timestamp.from(now))
                    .param("ids", ids)
                    .update();
        }
    }

    /** Some who are still inside, waiting until nobody else holds them. */
    List<Long> inside(long campaignId, int most) {
        return jdbc.sql("""
            select id from campaign_entry where campaign_id = :campaign and state = 'GOING'
            order by campaign_id, state, id limit :most for update\
            """)
                .param("campaign", campaignId)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** All who failed stand before their step again; how many. */
    int tryAgain(long campaignId, Instant now) {
        return jdbc.sql("""
            update campaign_entry set state = 'GOING', due_at = :now, ended_at = null, problem = null, level = 0
            where campaign_id = :campaign and state = 'FAILED'\
            """)
                .param("now", Timestamp.from(now))
                .param("campaign", campaignId)
                .update();
    }

    /** Campaigns in which somebody can go on, or is inside though they were stopped. */
    List<Long> campaignsDue(Instant now) {
        return jdbc.sql(CAMPAIGNS_DUE)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }
}
