package rollcall.provider;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what goes through connections. */
@Component
class ConnectionLoads {

    private final JdbcClient jdbc;

    ConnectionLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the id of the connection. */
    Map<Long, ConnectionLoad> all() {
        var loads = new HashMap<Long, ConnectionLoad>();
        jdbc.sql("""
            select c.id,
                (select count(*) from webinar w where w.connection_id = c.id) as programs,
                (select count(*) from push p where p.connection_id = c.id and p.due_at is not null) as waiting,
                (select min(p.created_at) from push p where p.connection_id = c.id and p.due_at is not null) as oldest
            from provider_connection c\
            """)
                .query((row, n) -> loads.put(
                        row.getLong("id"),
                        new ConnectionLoad(
                                row.getLong("programs"), row.getLong("waiting"), WebinarRows.instant(row, "oldest"))))
                .list();
        return loads;
    }
}
