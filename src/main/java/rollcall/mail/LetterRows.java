package rollcall.mail;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of {@code letter}, as those see them who write letters and ask what became of them. */
@Component
class LetterRows {

    private static final String INSERT = """
        insert into letter (program_id, member_id, person_id, account_key, account_name, template_id,
            template_version, subject, body, purpose, priority, campaign_id, entry_id, entry_step, state, due_at,
            tries, maybe_twice, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, 0, false, ?)\
        """;

    private static final int[] TYPES = {
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.BIGINT,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.INTEGER,
        Types.BIGINT,
        Types.BIGINT,
        Types.INTEGER,
        Types.TIMESTAMP,
        Types.TIMESTAMP
    };

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LetterRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else writes for one of the entries now */
    int insert(LetterOrder order, Collection<Addressee> to, Instant now) {
        var template = template(order.templateId());
        var at = Timestamp.from(now);
        var rows = to.stream()
                .map(one -> new @Nullable Object[] {
                    order.programId(),
                    one.memberId(),
                    one.personId(),
                    null,
                    null,
                    order.templateId(),
                    template.version(),
                    null,
                    null,
                    template.purpose(),
                    order.priority(),
                    order.campaignId(),
                    one.entryId(),
                    one.entryId() == null ? null : order.step(),
                    at,
                    at
                })
                .toList();
        return Arrays.stream(batches.batchUpdate(INSERT, rows, TYPES))
                .map(Math::abs)
                .sum();
    }

    private record Version(int version, String purpose) {}

    private Version template(long id) {
        return jdbc.sql("select version, purpose from mail_template where id = :id")
                .param("id", id)
                .query((row, n) -> new Version(row.getInt("version"), row.getString("purpose")))
                .single();
    }

    /** Those of the entries that have a letter for that step. */
    Set<Long> written(int step, Collection<Long> entryIds) {
        return new HashSet<>(jdbc.sql("select entry_id from letter where entry_id in (:entries) and entry_step = :step")
                .param("entries", entryIds)
                .param("step", step)
                .query(Long.class)
                .list());
    }

    void insert(
            long programId, long campaignId, Collection<Actor> colleagues, String subject, String body, Instant now) {
        var at = Timestamp.from(now);
        var rows = colleagues.stream()
                .map(one -> new @Nullable Object[] {
                    programId,
                    null,
                    null,
                    one.key(),
                    one.name(),
                    null,
                    null,
                    subject,
                    body,
                    Purpose.OPERATIONAL.name(),
                    LetterOrder.FIRST,
                    campaignId,
                    null,
                    null,
                    at,
                    at
                })
                .toList();
        batches.batchUpdate(INSERT, rows, TYPES);
    }

    /** It belongs to what the colleague asked for, whatever the template is for. */
    void insertTrial(@Nullable Long programId, @Nullable Long memberId, long templateId, Actor to, Instant now) {
        var at = Timestamp.from(now);
        var row = new @Nullable Object[] {
            programId,
            memberId,
            null,
            to.key(),
            to.name(),
            templateId,
            template(templateId).version(),
            null,
            null,
            Purpose.OPERATIONAL.name(),
            LetterOrder.FIRST,
            null,
            null,
            null,
            at,
            at
        };
        batches.update(INSERT, row, TYPES);
    }

    Map<LetterState, Long> counts(long campaignId, int step) {
        var counts = new EnumMap<LetterState, Long>(LetterState.class);
        jdbc.sql("""
            select state, count(*) as n from letter
            where campaign_id = :campaign and entry_step = :step group by state\
            """).param("campaign", campaignId).param("step", step).query(row -> {
            counts.put(LetterState.valueOf(Objects.requireNonNull(row.getString("state"))), row.getLong("n"));
        });
        return counts;
    }

    Map<Suppressed, Long> suppressed(Collection<Long> memberIds, Collection<String> reasons) {
        var counts = new EnumMap<Suppressed, Long>(Suppressed.class);
        // Of somebody who is there for several reasons, the weightiest counts: by its letters the first one.
        jdbc.sql("""
            select reason, count(*) as n from (
                select id, min(reason) as reason from (
                    select m.id, s.reason
                    from member m join person p on p.id = m.person_id join suppression s on s.email_key = p.email_key
                    where m.id in (:members) and s.reason in (:reasons)
                    union
                    select m.id, s.reason
                    from member m join suppression s on s.person_id = m.person_id
                    where m.id in (:members) and s.reason in (:reasons) and s.reason = 'UNSUBSCRIBED') found
                group by id) each_once
            group by reason\
            """).param("members", memberIds).param("reasons", reasons).query(row -> {
            counts.put(Suppressed.valueOf(Objects.requireNonNull(row.getString("reason"))), row.getLong("n"));
        });
        return counts;
    }

    /** As {@link Recipient#accepted} says it. */
    long withoutWayIn(Collection<Long> memberIds) {
        return jdbc.sql("""
            select count(*) from member where id in (:members) and (delivery <> 'ACCEPTED'
                or status in ('NOT_IN_PROGRAM', 'REJECTED', 'REGISTRATION_ERROR'))\
            """).param("members", memberIds).query(Long.class).single();
    }
}
