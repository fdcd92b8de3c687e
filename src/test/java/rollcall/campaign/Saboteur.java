package rollcall.campaign;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Cause;
import rollcall.member.StatusesChanged;

/** Breaks what follows from a change that a campaign makes, after everything was written. */
@Component
class Saboteur {

    private final JdbcClient jdbc;
    volatile RuntimeException breaks;
    volatile int times;

    /** Members whose change always breaks. */
    volatile List<Long> members = List.of();

    Saboteur(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(StatusesChanged changed) {
        if (times > 0) {
            times--;
            throw breaks;
        }
        if (!members.isEmpty() && hits(changed)) {
            throw new IllegalStateException("sabotage");
        }
    }

    private boolean hits(StatusesChanged changed) {
        return jdbc.sql("""
            select count(*) from status_change c join change_set s on s.id = c.change_set_id
            where s.id = :set and s.cause = :cause and c.member_id in (:members)\
            """)
                        .param("set", changed.changeSetId())
                        .param("cause", Cause.CAMPAIGN.name())
                        .param("members", members)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
