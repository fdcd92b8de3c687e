package rollcall.registration;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/**
 * What this room keeps about people: when they filled a form out and what decided, to which words they consented, what was sent about them again, and what they did by
 * themselves. It hangs on memberships, and goes wherever those go.
 */
@Component
class RegistrationBelongings implements Belongings {

    private static final String FORMS = """
        select s.program_id, g.name as program, s.status, s.rule, s.submitted_at
        from registration_submission s join member m on m.id = s.member_id join program g on g.id = s.program_id
        where m.person_id in (:people) order by s.id\
        """;

    private static final String OF_THEM = "(select id from member where person_id in (:people))";

    private static final String CONSENTS = """
        select m.program_id, p.name as program, c.question, c.wording, c.given, c.said_at
        from registration_consent c join member m on m.id = c.member_id join program p on p.id = m.program_id
        where m.person_id in (:people) order by c.id\
        """;

    private static final String SENT_AGAIN = """
        select m.program_id, p.name as program, r.sent_at, v.field_key as field, v.typed, v.wording
        from registration_revision r join registration_revision_value v on v.revision_id = r.id
            join member m on m.id = r.member_id join program p on p.id = m.program_id
        where m.person_id in (:people) order by r.id, v.field_key\
        """;

    private static final String DEEDS = """
        select m.program_id, p.name as program, n.deed, n.noted_at
        from registration_note n join member m on m.id = n.member_id join program p on p.id = m.program_id
        where m.person_id in (:people) order by n.id\
        """;

    private final JdbcClient jdbc;

    RegistrationBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        return List.of(
                section("registration-forms", FORMS, personIds),
                section("consents", CONSENTS, personIds),
                section("sent-again", SENT_AGAIN, personIds),
                section("own-changes", DEEDS, personIds));
    }

    private Section section(String name, String sql, Collection<Long> personIds) {
        return new Section(
                name,
                jdbc.sql(sql)
                        .param("people", personIds)
                        .query((row, n) -> Entry.of(row))
                        .list());
    }

    /** Memberships take along what hangs on them. */
    @Override
    public void follow(Merge merge) {}

    /** That somebody did something by themselves is no more personal than the changes of their status, which stay. */
    @Override
    public void forget(Erasure erasure) {
        delete("registration_consent", erasure);
        delete("registration_revision", erasure);
    }

    private void delete(String table, Erasure erasure) {
        jdbc.sql("delete from " + table + " where member_id in " + OF_THEM)
                .param("people", erasure.personIds())
                .update();
    }
}
