package rollcall.campaign;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Definitions as they are stored. A version never changes, so each is read once and kept. */
@Component
class Definitions {

    private static final int KEPT = 2_000;

    /** One of its own, so that what is stored does not follow how the rest of the house writes JSON. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Key, Definition> kept = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    Definitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(long campaignId, int version) {}

    static String write(Definition definition) {
        return JSON.writeValueAsString(definition);
    }

    static Definition read(String stored) {
        return JSON.readValue(stored, Definition.class);
    }

    Definition of(long campaignId, int version) {
        var key = new Key(campaignId, version);
        var known = kept.get(key);
        return known == null ? keep(key, load(key)) : known;
    }

    /** As {@link #of}, for whoever has read what is stored already. */
    Definition of(long campaignId, int version, String stored) {
        var key = new Key(campaignId, version);
        var known = kept.get(key);
        return known == null ? keep(key, read(stored)) : known;
    }

    private Definition load(Key key) {
        return read(
                jdbc.sql("select definition from campaign_version where campaign_id = :campaign and version = :version")
                        .param("campaign", key.campaignId())
                        .param("version", key.version())
                        .query(String.class)
                        .single());
    }

    private Definition keep(Key key, Definition definition) {
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        kept.put(key, definition);
        return definition;
    }
}
