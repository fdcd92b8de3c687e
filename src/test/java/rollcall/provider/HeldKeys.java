package rollcall.provider;

import java.util.HashMap;
import java.util.Map;
import rollcall.provider.Connection.Health;

/** The keys of one connection, number 7, without a database. */
public final class HeldKeys implements ProviderKeys {

    public static final long CONNECTION = 7;

    private final String kind;
    private final Map<String, String> held;

    public HeldKeys(String kind, Map<String, String> held) {
        this.kind = kind;
        this.held = new HashMap<>(held);
    }

    @Override
    public Connection connection(long id) {
        return new Connection(id, kind, "Acme", null, true, 1, Health.UNTRIED, null, null);
    }

    @Override
    public Map<String, String> of(long connectionId) {
        return Map.copyOf(held);
    }

    @Override
    public void keep(long connectionId, Map<String, String> given) {
        held.putAll(given);
    }
}
