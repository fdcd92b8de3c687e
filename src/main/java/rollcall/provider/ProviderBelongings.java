package rollcall.provider;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/** What this room keeps about people: what was sent to a provider. It hangs on the membership, and goes where that goes. */
@Component
class ProviderBelongings implements Belongings {

    private static final String OF_THEM = " member_id in (select id from member where person_id in (:people))";

    private final JdbcClient jdbc;

    ProviderBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        var entries = jdbc.sql("""
            select p.program_id, g.name as program, p.action, p.state, p.registrant_id, p.failure, p.words,
                p.created_at, p.first_tried_at, p.settled_at
            from push p join program g on g.id = p.program_id
            where\
            """ + OF_THEM.replace("member_id", "p.member_id") + " order by p.id")
                .param("people", personIds)
                .query((row, n) -> Entry.of(row))
                .list();
        return List.of(new Section("sent-to-providers", entries));
    }

    @Override
    public void follow(Merge merge) {}

    /**
     * A cancellation that is still to be sent, or to be made by hand, needs the provider's id of the registration. What is
     * open then is tidied up once it is settled, by {@link PushTraces}.
     */
    @Override
    public void forget(Erasure erasure) {
        jdbc.sql("update push set words = null where" + OF_THEM)
                .param("people", erasure.personIds())
                .update();
        jdbc.sql("""
            update push set registrant_id = null
            where state <> 'BY_HAND' and member_id not in (select member_id from push where due_at is not null) and\
            """ + OF_THEM).param("people", erasure.personIds()).update();
    }
}
