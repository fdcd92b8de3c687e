package rollcall.program;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The statements that write channels. */
@Component
class ChannelRows {

    private final JdbcClient jdbc;

    ChannelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A channel of that name with the statuses of another one; returns its id. */
    long copy(long like, String name) {
        var made = new GeneratedKeyHolder();
        jdbc.sql("insert into channel (name, kind) select cast(:name as varchar(100)), kind from channel where"
                        + " id = :id")
                .param("name", name)
                .param("id", like)
                .update(made, "id");
        var id = Objects.requireNonNull(made.getKey()).longValue();
        jdbc.sql("""
            insert into status (channel_id, status_key, name, step, place, success, hidden, holds_seat)
            select cast(:made as bigint), status_key, name, step, place, success, hidden, holds_seat
            from status where channel_id = :id\
            """).param("made", id).param("id", like).update();
        return id;
    }

    /** Locks the channel until the transaction ends, names it, and counts the change; false when it is of another version. */
    boolean claim(long id, int version, String name) {
        return jdbc.sql("""
            update channel set version = version + 1, name = :name
            where id = :id and version = :version\
            """)
                        .param("name", name)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void update(long id, Status status) {
        jdbc.sql("""
            update status set name = :name, step = :step, place = :place, success = :success, hidden = :hidden
            where channel_id = :id and status_key = :key\
            """)
                .param("name", status.name())
                .param("step", status.step())
                .param("place", status.place())
                .param("success", status.success())
                .param("hidden", status.hidden())
                .param("id", id)
                .param("key", status.key())
                .update();
    }

    void insert(long id, Status status) {
        jdbc.sql("""
            insert into status (channel_id, status_key, name, step, place, success, hidden, holds_seat)
            values (:id, :key, :name, :step, :place, :success, :hidden, :holdsSeat)\
            """)
                .param("id", id)
                .param("key", status.key())
                .param("name", status.name())
                .param("step", status.step())
                .param("place", status.place())
                .param("success", status.success())
                .param("hidden", status.hidden())
                .param("holdsSeat", status.holdsSeat())
                .update();
    }

    void delete(long id, String key) {
        jdbc.sql("delete from status where channel_id = :id and status_key = :key")
                .param("id", id)
                .param("key", key)
                .update();
    }

    /** The database refuses it while a program runs in the channel. */
    void delete(long id) {
        jdbc.sql("delete from status where channel_id = :id").param("id", id).update();
        jdbc.sql("delete from channel where id = :id").param("id", id).update();
    }
}
