package rollcall.job;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells work that takes long whether other work waits for a worker, so that it ends its turn only for somebody. */
@Component
public class WaitingWork {

    /** A worker that is free takes up an order within two seconds, by {@code db-scheduler.polling-interval}. */
    private static final Duration FREE = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether an order has been due for longer than a free worker would leave it lying. */
    public boolean any() {
        return jdbc.sql("select 1 from scheduled_tasks where execution_time < :since and picked = false limit 1")
                .param("since", Timestamp.from(clock.instant().minus(FREE)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
