package rollcall.provider;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.web.BrokenSeal;
import rollcall.web.Seals;
import tools.jackson.databind.json.JsonMapper;

/** What opens a connection: as it was typed, sealed in the database; or as the configuration says. */
@Component
class Credentials {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConnectionRows rows;
    private final ProviderSettings settings;
    private final Seals seals;

    Credentials(ConnectionRows rows, ProviderSettings settings, Seals seals) {
        this.rows = rows;
        this.settings = settings;
        this.seals = seals;
    }

    /**
     * By the name of the field; whatever was never said is missing.
     *
     * @throws BrokenSeal when the key that sealed it is not here
     */
    Map<String, String> of(Connection connection) {
        var all = new TreeMap<>(declared(connection.declared()));
        rows.credentials(connection.id()).ifPresent(kept -> all.putAll(open(connection.id(), kept)));
        all.values().removeIf(String::isBlank);
        return all;
    }

    private Map<String, String> declared(@Nullable String name) {
        return name == null ? Map.of() : settings.declared().getOrDefault(name, Map.of());
    }

    private Map<String, String> open(long id, String kept) {
        var read = new TreeMap<String, String>();
        JSON.readTree(seals.open(kept, place(id)))
                .properties()
                .forEach(entry -> read.put(entry.getKey(), entry.getValue().asString()));
        return read;
    }

    String seal(long id, Map<String, String> credentials) {
        return seals.seal(JSON.writeValueAsString(credentials), place(id));
    }

    private static String place(long id) {
        return "connection:" + id;
    }
}
