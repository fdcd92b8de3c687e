package rollcall.provider.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/**
 * What the simulator keeps about people. A real provider is told that a registration is cancelled and has to forget by
 * itself; this one lives in our own database, so it forgets with it. The registrant's bare id stays for the cancellation.
 */
@Component
class SimulatorBelongings implements Belongings {

    private final JdbcClient jdbc;

    SimulatorBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        if (emailKeys.isEmpty()) {
            return List.of();
        }
        var entries = jdbc.sql("""
            select w.program_id, w.title, r.registrant_id, r.email, r.name, r.state, r.words, r.since
            from simulated_registrant r join simulated_webinar w on w.id = r.webinar_id
            where r.email_key in (:keys) order by r.id\
            """)
                .param("keys", emailKeys)
                .query((row, n) -> Entry.of(row))
                .list();
        return List.of(new Section("simulated-registrations", entries), attendance(emailKeys));
    }

    private Section attendance(Collection<String> emailKeys) {
        var entries = jdbc.sql("""
            select w.program_id, w.title, a.kind, a.email, a.name, a.from_at, a.open_since, a.seconds
            from simulated_attendance a join simulated_webinar w on w.id = a.webinar_id
            left join simulated_registrant r on r.id = a.registrant
            where r.email_key in (:keys) or lower(a.email) in (:keys) order by a.id\
            """)
                .param("keys", emailKeys)
                .query((row, n) -> Entry.of(row))
                .list();
        return new Section("simulated-attendance", entries);
    }

    @Override
    public void follow(Merge merge) {}

    @Override
    public void forget(Erasure erasure) {
        var keys = Map.of("keys", erasure.emailKeys());
        jdbc.sql("delete from simulated_attendance where registrant is null and lower(email) in (:keys)")
                .params(keys)
                .update();
        jdbc.sql("delete from simulated_try where email_key in (:keys)")
                .params(keys)
                .update();
        jdbc.sql("""
            update simulated_registrant set email = null, email_key = null, name = '', search = '', words = '',
                token = null
            where email_key in (:keys)\
            """).params(keys).update();
    }
}
