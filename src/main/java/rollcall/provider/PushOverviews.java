package rollcall.provider;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door to what waits to be sent. */
@Service
public class PushOverviews {

    private final JdbcClient jdbc;

    PushOverviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public PushOverview of(long programId) {
        return jdbc.sql("""
            select count(*) filter (where due_at is not null and failure is null) as waiting,
                count(*) filter (where due_at is not null and failure is not null) as retrying,
                min(case when failure is not null then due_at end) as next_retry_at,
                count(*) filter (where state = 'BY_HAND') as by_hand
            from push where program_id = :program and (due_at is not null or state = 'BY_HAND')\
            """)
                .param("program", programId)
                .query((row, n) -> new PushOverview(
                        row.getLong("waiting"),
                        row.getLong("retrying"),
                        WebinarRows.instant(row, "next_retry_at"),
                        row.getLong("by_hand")))
                .single();
    }
}
