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
            select count(*) filter (where due_at is not null and action = 'CANCEL') as cancelling,
                min(case when failure is not null and action = 'REGISTER' then due_at end) as next_retry_at,
                count(*) filter (where state = 'BY_HAND') as by_hand
            from push where program_id = :program and (due_at is not null or state = 'BY_HAND')\
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
