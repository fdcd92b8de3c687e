package rollcall.program;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door to channels. */
@Service
public class Channels {

    private final JdbcClient jdbc;

    Channels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The built-in channel, which every installation has from its first migration on. */
    public Channel webinar() {
        return get(jdbc.sql("select min(id) from channel where kind = 'WEBINAR'")
                .query(Long.class)
                .single());
    }

    public Channel get(long id) {
        var name = jdbc.sql("select name from channel where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        return new Channel(id, name, statusesOf(id));
    }

    private List<Status> statusesOf(long channelId) {
        return jdbc.sql("""
            select status_key, name, step, success, hidden, holds_seat
            from status where channel_id = :channel\
            """)
                .param("channel", channelId)
                .query((row, n) -> new Status(
                        row.getString("status_key"),
                        row.getString("name"),
                        row.getInt("step"),
                        row.getBoolean("success"),
                        row.getBoolean("hidden"),
                        row.getBoolean("holds_seat")))
                .list();
    }
}
