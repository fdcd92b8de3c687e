package rollcall.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/** What this room keeps about people: memberships, answers and the history. */
@Component
class MemberBelongings implements Belongings {

    private static final String OF_THEM = "(select id from member where person_id in (:people))";

    private static final String MEMBERSHIPS = """
        select m.program_id, p.name as program, m.status, m.status_reason, m.joined_at, m.changed_at, m.success_at,
            m.source, m.delivery, m.accepted_at, m.retry_at, m.registrant_id, m.join_link, m.form_opened_at,
            m.form_filled_out_at, m.live_minutes,
            m.on_demand_minutes, m.offer_until, m.waitlist_priority, m.waitlist_number, m.closed
        from member m join program p on p.id = m.program_id where m.person_id in (:people) order by m.id\
        """;

    private static final String ANSWERS = """
        select m.program_id, p.name as program, a.question, a.answer
        from member_answer a join member m on m.id = a.member_id join program p on p.id = m.program_id
        where m.person_id in (:people) order by m.id, a.question\
        """;

    /** Who made a change is somebody else's data, and is left out. */
    private static final String HISTORY = """
        select m.program_id, p.name as program, c.from_status, c.to_status, c.reason, s.cause, c.happened_at,
            s.made_at as recorded_at
        from status_change c join member m on m.id = c.member_id join program p on p.id = m.program_id
            join change_set s on s.id = c.change_set_id
        where m.person_id in (:people) order by m.id, c.seq\
        """;

    private final JdbcClient jdbc;
    private final Overlaps overlaps;
    private final ReasonWords reasons;

    MemberBelongings(JdbcClient jdbc, Overlaps overlaps, ReasonWords reasons) {
        this.reasons = reasons;
        this.jdbc = jdbc;
        this.overlaps = overlaps;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        return List.of(
                section("memberships", MEMBERSHIPS, personIds),
                section("answers", ANSWERS, personIds),
                section("history", HISTORY, personIds));
    }

    private Section section(String name, String sql, Collection<Long> personIds) {
        return new Section(
                name,
                jdbc.sql(sql)
                        .param("people", personIds)
                        .query((row, n) -> said(Entry.of(row)))
                        .list());
    }

    /** Reasons of our own are no codes to whom they are about. */
    private Entry said(Entry entry) {
        for (var column : List.of("reason", "status_reason")) {
            entry.values().computeIfPresent(column, (name, reason) -> reasons.of(reason.toString()));
        }
        return entry;
    }

    /** Members first, then those whom a bulk skipped; a set aside membership is out of the counts. */
    @Override
    public void follow(Merge merge) {
        var aside = new ArrayList<Long>();
        for (var overlap : overlaps.of(merge.from(), merge.into())) {
            if (overlap.aside().status().inProgram()) {
                throw new OptimisticLockingFailureException("A membership was changed meanwhile.");
            }
            aside.add(overlap.aside().memberId());
        }
        setAside(aside, merge.former());
        give("update member set person_id = :into where person_id = :from", merge);
        give("update status_skip set person_id = :into where person_id = :from", merge);
    }

    private void setAside(Collection<Long> memberIds, long former) {
        if (!memberIds.isEmpty()) {
            jdbc.sql("update member set person_id = :former, closed = 'MERGED' where id in (:ids)")
                    .param("former", former)
                    .param("ids", memberIds)
                    .update();
            jdbc.sql("""
                insert into status_count (program_id, status, n)
                select program_id, status, -1 from member where id in (:ids)\
                """).param("ids", memberIds).update();
        }
    }

    private void give(String sql, Merge merge) {
        jdbc.sql(sql).param("into", merge.into()).param("from", merge.from()).update();
    }

    /** What happened stays: from where to where and when. */
    @Override
    public void forget(Erasure erasure) {
        if (inPrograms(erasure) > 0) {
            throw new OptimisticLockingFailureException("The person came back into a program meanwhile.");
        }
        update("delete from member_answer where member_id in " + OF_THEM, erasure);
        update("update status_change set reason = :word where reason <> '' and member_id in " + OF_THEM, erasure);
        update("""
            update member set closed = coalesce(closed, 'ERASED'), registrant_id = null, join_link = null,
                status_reason = case when status_reason = '' then '' else :word end
            where person_id in (:people)\
            """, erasure);
    }

    private void update(String sql, Erasure erasure) {
        jdbc.sql(sql)
                .param("people", erasure.personIds())
                .param("word", OwnReason.ERASED.stored())
                .update();
    }

    private long inPrograms(Erasure erasure) {
        return jdbc.sql("select count(*) from member where person_id in (:people) and status <> 'NOT_IN_PROGRAM'")
                .param("people", erasure.personIds())
                .query(Long.class)
                .single();
    }
}
