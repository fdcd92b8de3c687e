package rollcall.approval;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.ReasonWords;
import rollcall.person.Belongings;

/** What this room keeps about people: decisions and deferrals. Both hang on the membership, and go where that goes. */
@Component
class ApprovalBelongings implements Belongings {

    private static final String OF_THEM = "member_id in (select id from member where person_id in (:people))";

    private final JdbcClient jdbc;
    private final ReasonWords reasons;

    ApprovalBelongings(JdbcClient jdbc, ReasonWords reasons) {
        this.jdbc = jdbc;
        this.reasons = reasons;
    }

    /** Who decided is somebody else's data, and is left out. */
    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        return List.of(
                section("decisions", """
                    select d.program_id, p.name as program, d.to_status, d.reason, d.source, d.decided_at
                    from decision d join program p on p.id = d.program_id where d.\
                    """ + OF_THEM + " order by d.id", personIds),
                section("deferrals", """
                    select m.program_id, p.name as program, d.note, d.made_at, d.until_at
                    from deferral d join member m on m.id = d.member_id join program p on p.id = m.program_id where d.\
                    """ + OF_THEM + " order by d.id", personIds));
    }

    private Section section(String name, String sql, Collection<Long> personIds) {
        var entries = jdbc.sql(sql)
                .param("people", personIds)
                .query((row, n) -> said(Entry.of(row)))
                .list();
        return new Section(name, entries);
    }

    /** Reasons of our own are no codes to whom they are about. */
    private Entry said(Entry entry) {
        entry.values().computeIfPresent("reason", (name, reason) -> reasons.of(reason.toString()));
        return entry;
    }

    @Override
    public void follow(Merge merge) {}

    /** That it was decided stays; what was said about them goes. */
    @Override
    public void forget(Erasure erasure) {
        replace("update decision set reason = :word where reason <> '' and " + OF_THEM, erasure);
        replace("update deferral set note = :word where note <> '' and " + OF_THEM, erasure);
    }

    private void replace(String sql, Erasure erasure) {
        jdbc.sql(sql)
                .param("people", erasure.personIds())
                .param("word", erasure.word())
                .update();
    }
}
