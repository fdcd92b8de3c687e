package rollcall.desk;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Cause;
import rollcall.program.Actor;
import rollcall.program.Program;

/**
 * Says of what happened in the sample program who did it and when, as if it had been written down at once: the house has
 * told it all in one moment, and only the house may decide on those who wait.
 */
@Component
class SampleHands {

    /** An invented manager; nobody signs in as her. */
    private static final Actor MANAGER = new Actor("sample:manager", "Astrid Holm");

    private static final Map<Cause, Actor> HANDS = Map.of(
            Cause.IMPORT, MANAGER,
            Cause.APPROVAL, MANAGER,
            Cause.PERSON, MANAGER,
            Cause.REGISTRATION, new Actor("registration", "Registration page"),
            Cause.PROVIDER, new Actor("provider:simulator", "Simulator"));

    private final JdbcClient jdbc;

    SampleHands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void by(Program program) {
        HANDS.forEach((cause, hand) -> jdbc.sql("""
            update change_set s set actor_key = :key, actor_name = :name, made_at = (
                select min(c.happened_at) from status_change c where c.change_set_id = s.id)
            where s.program_id = :program and s.cause = :cause
                and exists (select 1 from status_change c where c.change_set_id = s.id)\
            """)
                .param("key", hand.key())
                .param("name", hand.name())
                .param("program", program.key())
                .param("cause", cause.name())
                .update());
        decided(program);
    }

    private void decided(Program program) {
        jdbc.sql("""
            update decision d set actor_key = :key, actor_name = :name, decided_at = (
                select s.made_at from change_set s where s.id = d.change_set_id)
            where d.program_id = :program\
            """)
                .param("key", MANAGER.key())
                .param("name", MANAGER.name())
                .param("program", program.key())
                .update();
    }
}
