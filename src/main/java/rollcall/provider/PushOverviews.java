package rollcall.provider;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.member.Delivery;
import rollcall.member.Members;
import rollcall.program.Program;

/** The door to what waits to be sent, and to what became of what was. */
@Service
public class PushOverviews {

    private final JdbcClient jdbc;
    private final Members members;

    PushOverviews(JdbcClient jdbc, Members members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    public PushOverview of(Program program) {
        var deliveries = members.deliveries(program);
        return jdbc.sql("""
            select count(*) filter (where p.due_at is not null and p.action = 'CANCEL') as cancelling,
                min(case when p.failure is not null and p.action = 'REGISTER'
                    then greatest(p.due_at, coalesce(w.held_until, p.due_at)) end) as next_retry_at,
                count(*) filter (where p.state = 'BY_HAND') as by_hand
            from push p left join webinar w on w.program_id = p.program_id
            where p.program_id = :program and (p.due_at is not null or p.state = 'BY_HAND')\
            """)
                .param("program", program.key())
                .query((row, n) -> new PushOverview(
                        count(deliveries, Delivery.QUEUED) + count(deliveries, Delivery.SENDING),
                        count(deliveries, Delivery.RETRYING),
                        WebinarRows.instant(row, "next_retry_at"),
                        count(deliveries, Delivery.ACCEPTED),
                        count(deliveries, Delivery.REFUSED),
                        row.getLong("cancelling"),
                        row.getLong("by_hand")))
                .single();
    }

    private static long count(Map<Delivery, Long> deliveries, Delivery delivery) {
        return deliveries.getOrDefault(delivery, 0L);
    }
}
