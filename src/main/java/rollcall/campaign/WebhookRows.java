package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of {@code webhook}. */
@Component
class WebhookRows {

    private static final String SELECT = "select id, name, address, sealed_key, archived_at from webhook ";

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; archived ones last. */
    List<Webhook> all() {
        return jdbc.sql(SELECT + "order by case when archived_at is null then 0 else 1 end, name, id")
                .query((row, n) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, n) -> webhook(row))
                .optional();
    }

    long insert(String name, String address, String sealedKey, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into webhook (name, address, sealed_key, created_at) values (:name, :address, :key, :now)\
            """)
                .param("name", name)
                .param("address", address)
                .param("key", sealedKey)
                .param("now", Timestamp.from(now))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    boolean archive(long id, Instant now) {
        return jdbc.sql("update webhook set archived_at = :now where id = :id and archived_at is null")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                row.getString("sealed_key"),
                row.getObject("archived_at") != null);
    }
}
