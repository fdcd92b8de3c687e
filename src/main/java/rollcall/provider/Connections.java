package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;
import rollcall.provider.Connection.Health;
import rollcall.web.BrokenSeal;

/** The door to the ways into providers. Whoever adds or changes one is an administrator: the caller has made sure. */
@Service
public class Connections implements ProviderKeys {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final ConnectionRows rows;
    private final Credentials credentials;
    private final WebinarRows webinars;
    private final WaitingRequests waiting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Connections(
            ConnectionRows rows,
            Credentials credentials,
            WebinarRows webinars,
            WaitingRequests waiting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.credentials = credentials;
        this.webinars = webinars;
        this.waiting = waiting;
        this.events = events;
        this.clock = clock;
    }

    /** By kind and name. */
    public List<Connection> all() {
        return rows.all();
    }

    public Optional<Connection> find(long id) {
        return rows.find(id);
    }

    /** One of that kind that is in use. */
    Optional<Connection> inUse(String kind, long id) {
        return find(id).filter(one -> one.enabled() && one.kind().equals(kind));
    }

    @Override
    public Connection connection(long id) {
        var connection = rows.find(id).orElseThrow(() -> barred(OwnWords.CONNECTION_GONE.words()));
        if (!connection.enabled()) {
            throw barred(OwnWords.CONNECTION_OFF.words());
        }
        return connection;
    }

    @Override
    public Map<String, String> of(long connectionId) {
        return read(connection(connectionId));
    }

    private Map<String, String> read(Connection connection) {
        try {
            return credentials.of(connection);
        } catch (BrokenSeal broken) {
            LOG.warn("Connection {} cannot be read: {}", connection.id(), broken.getMessage());
            throw barred(OwnWords.CONNECTION_UNREADABLE.words());
        }
    }

    private static ProviderTrouble barred(String words) {
        return new ProviderTrouble(new ProviderFailure.Barred(words));
    }

    /** What pages may show of what opens it: of secrets, the last four characters. */
    Map<String, String> shown(Connection connection, List<CredentialField> fields) {
        var all = new TreeMap<String, String>();
        try {
            var held = credentials.of(connection);
            fields.forEach(field -> all.put(field.name(), shown(field, held.getOrDefault(field.name(), ""))));
        } catch (BrokenSeal broken) {
            LOG.warn("Connection {} cannot be read: {}", connection.id(), broken.getMessage());
        }
        return all;
    }

    private static String shown(CredentialField field, String value) {
        if (!field.secret() || value.isEmpty()) {
            return value;
        }
        return "…" + (value.length() < 12 ? "" : value.substring(value.length() - 4));
    }

    @Transactional
    long add(Actor by, String kind, String name, Map<String, String> typed) {
        var id = rows.insert(kind, name, null, now());
        rows.set(id, name, credentials.seal(id, typed));
        note(by, "CONNECTION_ADDED", name);
        return id;
    }

    /** @param typed what is blank stays as it was */
    @Transactional
    void change(Actor by, Connection connection, String name, Map<String, String> typed) {
        var all = new TreeMap<String, String>();
        try {
            all.putAll(credentials.of(connection));
        } catch (BrokenSeal broken) {
            LOG.warn("Connection {} is typed anew.", connection.id());
        }
        typed.forEach((field, value) -> {
            if (!value.isBlank()) {
                all.put(field, value);
            }
        });
        rows.set(connection.id(), name, credentials.seal(connection.id(), all));
        release(connection.id());
        note(by, "CONNECTION_CHANGED", name);
    }

    @Transactional
    void enable(Actor by, Connection connection, boolean enabled) {
        rows.enable(connection.id(), enabled);
        if (enabled) {
            release(connection.id());
        }
        note(by, enabled ? "CONNECTION_ENABLED" : "CONNECTION_DISABLED", connection.name());
    }

    /**
     * Takes it away.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when a program still needs it
     */
    @Transactional
    void remove(Actor by, Connection connection) {
        rows.delete(connection.id());
        note(by, "CONNECTION_REMOVED", connection.name());
    }

    @Override
    @Transactional
    public void keep(long id, Map<String, String> given) {
        rows.find(id).ifPresent(connection -> {
            var all = new TreeMap<>(read(connection));
            all.putAll(given);
            rows.keep(id, credentials.seal(id, all));
        });
    }

    /** The event was reached. What was held back, because its connection did not let us in, is sent. */
    @Transactional
    void well(EventRef event) {
        if (event.connectionId() != null) {
            well(event.connectionId());
        }
    }

    private void well(long id) {
        if (report(id, Health.WELL, null)) {
            release(id);
        }
    }

    /** The event could not be read. */
    @Transactional
    void trouble(EventRef event, ProviderFailure failure) {
        var id = event.connectionId();
        if (id == null || failure instanceof ProviderFailure.Rejected) {
            return;
        }
        report(id, Health.after(failure), failure.words());
    }

    /** Nothing is sent through it before then, whatever program it is for. */
    @Transactional
    void hold(long id, Step.Held held) {
        webinars.holdAll(id, held.until(), held.words());
        if (held.failure().equals(Backoff.BARRED_OUT)) {
            report(id, Health.BARRED, held.words());
        }
    }

    /**
     * Asks the provider whether it lets us in. Called outside of any transaction.
     *
     * @throws ProviderTrouble when it does not, or too many requests wait for providers already
     */
    public void check(Connection connection, WebinarProvider provider) {
        waiting.ask(() -> {
            asked(connection, provider);
            return connection;
        });
    }

    private void asked(Connection connection, WebinarProvider provider) {
        try {
            provider.check(connection.id());
            well(connection.id());
        } catch (ProviderTrouble trouble) {
            report(
                    connection.id(),
                    Health.after(trouble.failure()),
                    trouble.failure().words());
            throw trouble;
        }
    }

    /** Whether it was barred and is no more. What passes by itself never hides that it is barred. */
    private boolean report(long id, Health health, @Nullable String words) {
        var before = rows.find(id).map(Connection::health).orElse(health);
        if (before == Health.BARRED && health == Health.TROUBLED) {
            return false;
        }
        rows.report(id, health, words, now());
        if (health == Health.BARRED && before != Health.BARRED) {
            LOG.warn("Connection {} does not let us in.", id);
        }
        return before == Health.BARRED && health == Health.WELL;
    }

    private void release(long id) {
        webinars.holdAll(id, null, null);
        rows.programs(id).forEach(program -> events.publishEvent(new PushesQueued(program)));
    }

    private void note(Actor by, String what, String name) {
        events.publishEvent(new AuditApplicationEvent(by.key(), what, Map.of("connection", name)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
