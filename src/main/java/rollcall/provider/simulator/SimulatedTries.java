package rollcall.provider.simulator;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often those were sent who are only let in after some tries. The caller holds the webinar's lock. */
@Component
class SimulatedTries {

    /** All tries of one person, the one that is being made included. */
    record Tries(int count, Instant firstAt) {}

    private final JdbcClient jdbc;

    SimulatedTries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Tries another(long webinarId, String emailKey, Instant now) {
        var counted = jdbc.sql("""
            update simulated_try set tries = tries + 1 where webinar_id = :webinar and email_key = :email\
            """)
                .param("webinar", webinarId)
                .param("email", emailKey)
                .update();
        if (counted == 0) {
            insert(webinarId, emailKey, now);
        }
        return find(webinarId, emailKey);
    }

    private void insert(long webinarId, String emailKey, Instant now) {
        jdbc.sql("""
            insert into simulated_try (webinar_id, email_key, tries, first_at) values (:webinar, :email, 1, :now)\
            """)
                .param("webinar", webinarId)
                .param("email", emailKey)
                .param("now", Timestamp.from(now))
                .update();
    }

    private Tries find(long webinarId, String emailKey) {
        return jdbc.sql("""
            select tries, first_at from simulated_try where webinar_id = :webinar and email_key = :email\
            """)
                .param("webinar", webinarId)
                .param("email", emailKey)
                .query((row, n) -> new Tries(row.getInt("tries"), SimulatedWebinars.certain(row, "first_at")))
                .single();
    }

    void forget(long webinarId, String emailKey) {
        jdbc.sql("delete from simulated_try where webinar_id = :webinar and email_key = :email")
                .param("webinar", webinarId)
                .param("email", emailKey)
                .update();
    }
}
