package rollcall.desk;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done to a database that was brought back, before anybody works on it: what went out since the backup must not go
 * out again by itself, and what somebody had in hand at that moment is laid down, as nobody is at it any more.
 */
final class Precautions {

    private static final List<String> ALL = List.of(
            "update mail_desk set paused_at = current_timestamp, paused_by = 'bin/restore'",
            "update provider_connection set enabled = false",
            """
            update campaign set state = 'PAUSED', paused_why = 'campaign.paused.restored', next_run_at = null
            where state = 'ON'\
            """,
            // May have been made since, and nobody could let them go on.
            """
            update webhook_call set state = 'CANCELLED', due_at = null, owner = null, lease_until = null,
                settled_at = current_timestamp
            where due_at is not null\
            """,
            "update push set unclear = true where action = 'REGISTER' and state = 'WAITING'",
            """
            update push set unclear = true, state = 'WAITING', owner = null, lease_until = null
            where state = 'SENDING'\
            """,
            """
            update letter set maybe_twice = (maybe_twice or state = 'HANDING_OVER'), state = 'WAITING', owner = null
            where state in ('CLAIMED', 'HANDING_OVER')\
            """,
            "update job set owner = null, lease_until = null where owner is not null",
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
            where picked\
            """);

    private Precautions() {}

    /** All of them, or none. */
    static void take(JdbcTemplate jdbc) {
        var source = Objects.requireNonNull(jdbc.getDataSource());
        new TransactionTemplate(new JdbcTransactionManager(source))
                .executeWithoutResult(together -> ALL.forEach(jdbc::update));
    }
}
