package rollcall.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The door to channels. Nothing of them is kept in memory: each answer is what the database says now, so that a channel
 * that was changed on one node is so on all of them.
 */
@Service
public class Channels {

    private final JdbcClient jdbc;

    Channels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The built-in channel, which every installation has from its first migration on. */
    public Channel webinar() {
        return get(webinarId());
    }

    /** Its id; this channel is never removed. */
    long webinarId() {
        return jdbc.sql("select min(id) from channel where kind = 'WEBINAR'")
                .query(Long.class)
                .single();
    }

    /** @throws NoSuchChannel when there is none */
    public Channel get(long id) {
        return find(id).orElseThrow(NoSuchChannel::new);
    }

    public Optional<Channel> find(long id) {
        return read("where id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Every channel, by name. */
    public List<Channel> all() {
        return read("", Map.of());
    }

    private List<Channel> read(String where, Map<String, ?> params) {
        var statuses = new HashMap<Long, List<Status>>();
        jdbc.sql("""
            select channel_id, status_key, name, step, place, success, hidden, holds_seat
            from status\
            """ + (where.isEmpty() ? "" : " where channel_id = :id"))
                .params(params)
                .query(row -> {
                    statuses.computeIfAbsent(row.getLong("channel_id"), id -> new ArrayList<>())
                            .add(new Status(
                                    row.getString("status_key"),
                                    row.getString("name"),
                                    row.getInt("step"),
                                    row.getInt("place"),
                                    row.getBoolean("success"),
                                    row.getBoolean("hidden"),
                                    row.getBoolean("holds_seat")));
                });
        return jdbc.sql("select id, version, name from channel " + where + " order by name, id")
                .params(params)
                .query((row, n) -> new Channel(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getString("name"),
                        statuses.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** How many programs run in each channel, archived ones too; a channel without any is left out. */
    Map<Long, Long> programs() {
        var programs = new HashMap<Long, Long>();
        jdbc.sql("select channel_id, count(*) as n from program group by channel_id")
                .query(row -> {
                    programs.put(row.getLong("channel_id"), row.getLong("n"));
                });
        return programs;
    }

    /** How many programs run in that channel, archived ones too. */
    long programsIn(long channelId) {
        return jdbc.sql("select count(*) from program where channel_id = :id")
                .param("id", channelId)
                .query(Long.class)
                .single();
    }
}
