package rollcall.provider;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Connections to Zoom, which no test reaches, and programs that are held through them. */
@Component
public class ConnectionFixture {

    public static final String SECRET = "never-to-be-shown-4f2a";

    private final Connections connections;
    private final Webinars webinars;

    ConnectionFixture(Connections connections, Webinars webinars) {
        this.connections = connections;
        this.webinars = webinars;
    }

    public long zoom(String name) {
        return connections.add(
                Actor.SYSTEM, "zoom", name, Map.of("account-id", "A1", "client-id", "C1", "client-secret", SECRET));
    }

    public long some() {
        return zoom("Events " + UUID.randomUUID());
    }

    public EventRef hold(Program program, long connection) {
        var event = new EventRef("zoom", "97000000001", connection);
        webinars.choose(program, event, false);
        return event;
    }

    public long connection(String kind, Map<String, String> typed) {
        return connections.add(Actor.SYSTEM, kind, kind + " " + UUID.randomUUID(), typed);
    }

    public void disable(long id) {
        connections.enable(Actor.SYSTEM, connections.find(id).orElseThrow(), false);
    }
}
