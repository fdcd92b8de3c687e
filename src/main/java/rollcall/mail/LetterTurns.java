package rollcall.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.FirstFree;

/** Whose turn it is: by priority, then by when they were due. Several senders take theirs from one queue. */
@Component
class LetterTurns {

    private final JdbcClient jdbc;
    private final Duration lease;

    /** @param lease how long a node may be silent before another one takes over what it had in hand */
    LetterTurns(JdbcClient jdbc, @Value("${rollcall.mail.lease:PT1M}") Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /** Takes the next letters in hand that nobody else has: by priority, then by when they were due. */
    List<Waiting> claim(String owner, int most, Instant now) {
        var ids = new ArrayList<Long>();
        for (var priority : priorities()) {
            if (ids.size() < most) {
                ids.addAll(due(priority, most - ids.size(), now));
            }
        }
        return ids.isEmpty() ? List.of() : take(ids, owner, now);
    }

    /** All that there are, the first one first: a step from one to the next, each on the index. */
    private List<Integer> priorities() {
        var all = new ArrayList<Integer>();
        for (var next = priorityAfter(Integer.MIN_VALUE); next.isPresent(); next = priorityAfter(next.get())) {
            all.add(next.get());
        }
        return all;
    }

    private Optional<Integer> priorityAfter(int last) {
        return jdbc.sql("select priority from letter where priority > :last order by priority limit 1")
                .param("last", last)
                .query(Integer.class)
                .optional();
    }

    private List<Long> due(int priority, int most, Instant now) {
        var inTurn = jdbc.sql("""
            select id from letter where priority = :priority and due_at <= :now
            order by priority, due_at, id limit :most\
            """)
                .param("priority", priority)
                .param("now", Timestamp.from(now))
                .param("most", most * FirstFree.LOOK)
                .query(Long.class)
                .list();
        return FirstFree.of(inTurn, most, ids -> lock(ids, now));
    }

    /** By their ids alone: a database that trusts old statistics would go through all that is due. */
    private List<Long> lock(List<Long> ids, Instant now) {
        return jdbc
                .sql("select id, due_at from letter where id in (:ids) for update skip locked")
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

    private List<Waiting> take(List<Long> ids, String owner, Instant now) {
        jdbc.sql("""
            update letter set maybe_twice = (maybe_twice or state = 'HANDING_OVER'), state = 'CLAIMED',
                owner = :owner, due_at = :until
            where id in (:ids)\
            """)
                .param("owner", owner)
                .param("until", Timestamp.from(now.plus(lease)))
                .param("ids", ids)
                .update();
        return jdbc.sql("""
            select id, program_id, member_id, person_id, account_key, template_id, template_version, subject, body,
                purpose, tries, first_tried_at
            from letter where id in (:ids) order by priority, created_at, id\
            """)
                .param("ids", ids)
                .query((row, n) -> waiting(row, now))
                .list();
    }

    private static Waiting waiting(ResultSet row, Instant now) throws SQLException {
        var text = new LetterText(
                row.getLong("id"),
                (Long) row.getObject("program_id"),
                (Long) row.getObject("member_id"),
                (Long) row.getObject("person_id"),
                row.getString("account_key"),
                (Long) row.getObject("template_id"),
                (Integer) row.getObject("template_version"),
                row.getString("subject"),
                row.getString("body"),
                Purpose.valueOf(row.getString("purpose")));
        var tried = row.getTimestamp("first_tried_at");
        return new Waiting(text, row.getInt("tries"), tried == null ? now : tried.toInstant());
    }

    /** How long the oldest due letter has waited, in the priority that waits longest; empty when nothing is due. */
    Optional<Instant> oldestDue() {
        return priorities().stream().flatMap(one -> firstDue(one).stream()).min(Instant::compareTo);
    }

    private Optional<Instant> firstDue(int priority) {
        return jdbc.sql("""
            select due_at from letter where priority = :priority and due_at is not null
            order by priority, due_at, id limit 1\
            """)
                .param("priority", priority)
                .query((row, n) -> row.getTimestamp("due_at").toInstant())
                .optional();
    }
}
