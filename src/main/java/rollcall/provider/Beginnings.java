package rollcall.provider;

import java.sql.Timestamp;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.ProgramChanged;

/** Keeps {@code webinar.begun_at}, so that nobody has to ask a provider whether members may enter already. */
@Component
class Beginnings {

    private final JdbcClient jdbc;

    Beginnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last beginning counts, in whatever order they are heard of. */
    @EventListener
    void on(WebinarBegan begun) {
        jdbc.sql("update webinar set begun_at = :at where provider = :provider and event_id = :event"
                        + " and (begun_at is null or begun_at < :at)")
                .param("at", Timestamp.from(begun.at()))
                .param("provider", begun.event().kind())
                .param("event", begun.event().externalId())
                .update();
    }

    /** A program that was given another time takes place again. */
    @EventListener
    void on(ProgramChanged changed) {
        if (!changed.before().startsAt().equals(changed.after().startsAt())) {
            jdbc.sql("update webinar set begun_at = null where program_id = :program")
                    .param("program", changed.after().key())
                    .update();
        }
    }
}
