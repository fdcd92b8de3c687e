package rollcall.registration;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/** When somebody filled a form out and what decided. It hangs on the membership, and says nothing of who they are. */
@Component
class SubmissionBelongings implements Belongings {

    private final JdbcClient jdbc;

    SubmissionBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        var entries = jdbc.sql("""
            select s.program_id, g.name as program, s.status, s.rule, s.submitted_at
            from registration_submission s join member m on m.id = s.member_id join program g on g.id = s.program_id
            where m.person_id in (:people) order by s.id\
            """)
                .param("people", personIds)
                .query((row, n) -> Entry.of(row))
                .list();
        return List.of(new Section("registration-forms", entries));
    }

    @Override
    public void follow(Merge merge) {}

    @Override
    public void forget(Erasure erasure) {}
}
