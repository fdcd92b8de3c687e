package rollcall.browser;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.ConnectionFixture;
import rollcall.provider.EventRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Webinars;
import rollcall.testing.TestClock;

/** Programs whose webinars are simulated, with registrants who are in and who wait. */
@Component
class SimulatedScene {

    private final Backstage backstage;
    private final Webinars webinars;
    private final ConnectionFixture connections;
    private final JdbcClient jdbc;

    SimulatedScene(Backstage backstage, Webinars webinars, ConnectionFixture connections, JdbcClient jdbc) {
        this.backstage = backstage;
        this.webinars = webinars;
        this.connections = connections;
        this.jdbc = jdbc;
    }

    /** A simulated webinar of that program, without anybody. */
    String empty(Program program) {
        return webinars.choose(program, "simulator").event().externalId();
    }

    /** A connection with a long name. */
    long connection() {
        return connections.zoom(Scene.WORD);
    }

    /** A connection to Teams that tells of one thing and refuses another. */
    long telling() {
        var id = connections.connection(
                "teams", Map.of("tenant-id", "t", "client-id", "c", "client-secret", "s", "client-state", "made-up"));
        jdbc.sql("""
            insert into subscription (connection_id, event_id, topic, wanted, remote_id, until_at, due_at, failures, words)
            values (:id, 'f4b39f1c-520e-4e75-805a-4b0f2016a0c6@a1a56d21', 'registrations', true, 's-1', :until, :until, 0, null),
                (:id, 'f4b39f1c-520e-4e75-805a-4b0f2016a0c6@a1a56d21', 'webinar', true, null, null, :until, 2, :words)\
            """)
                .param("id", id)
                .param("until", Timestamp.from(Instant.parse("2030-09-03T14:00:00Z")))
                .param("words", Scene.WORD + " was not granted to the organizer.")
                .update();
        connections.disable(id);
        return id;
    }

    /** A program that is held through such a connection. */
    Program connected() {
        var program = backstage.program("At Zoom");
        connections.hold(program, connection());
        return program;
    }

    /** A program whose provider has told that one fits in, and that lets in anybody. */
    Program smaller() {
        var program = connected();
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing"), StatusCode.REGISTERED);
        jdbc.sql("update told_event set capacity = 1, told_at = :now, due_at = null where program_id = :program")
                .param("now", TestClock.START.atOffset(ZoneOffset.UTC))
                .param("program", program.key())
                .update();
        return program;
    }

    String withRegistrants(Program program) {
        var webinar = empty(program);
        register(program, backstage.unique("ada"));
        register(program, "a".repeat(40) + "+pending");
        register(program, backstage.unique(Scene.WORD.substring(0, 30)));
        return webinar;
    }

    /** What the join link of somebody who is in ends with. */
    String token(Program program) {
        var accepted = (Accepted) register(program, backstage.unique("ada"));
        return accepted.link().uri().getPath().replaceAll("^.*/", "");
    }

    private RegistrationOutcome register(Program program, String local) {
        var event = new EventRef("simulator", empty(program));
        var email = local.replace(' ', '.') + "@" + "b".repeat(60) + ".example.org";
        var person = new PersonDetails(email, Scene.WORD, Scene.WORD, "", "", "", "", "", "");
        var provider = webinars.providerOf(webinars.of(program.key()).orElseThrow());
        return provider.register(event, new RegistrationRequest(1, person, Map.of()));
    }
}
