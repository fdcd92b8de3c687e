package rollcall.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Channel;

/** Locks members, always in the order of their ids, and reads where they stand. */
@Component
class MemberRows {

    private static final String SELECT =
            "select id, person_id, status, brought_by, changed_at, joined_at, closed, offer_until,"
                    + " waitlist_priority, waitlist_number from member where program_id ="
                    + " :program ";

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> lock(long programId, Channel channel, Collection<Long> memberIds) {
        return read("and id in (:ids) order by id for update", programId, channel, memberIds);
    }

    List<Standing> lockByPerson(long programId, Channel channel, Collection<Long> personIds) {
        return read("and person_id in (:ids) order by id for update", programId, channel, personIds);
    }

    List<Standing> look(long programId, Channel channel, Collection<Long> memberIds) {
        return read("and id in (:ids)", programId, channel, memberIds);
    }

    List<Standing> lookByPerson(long programId, Channel channel, Collection<Long> personIds) {
        return read("and person_id in (:ids)", programId, channel, personIds);
    }

    private List<Standing> read(String where, long programId, Channel channel, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + where)
                        .param("program", programId)
                        .param("ids", ids)
                        .query((row, n) -> standing(row, channel))
                        .list();
    }

    static Standing standing(ResultSet row, Channel channel) throws SQLException {
        return new Standing(
                row.getLong("id"),
                row.getLong("person_id"),
                channel.status(row.getString("status")),
                row.getString("brought_by"),
                instant(row, "changed_at"),
                instant(row, "joined_at"),
                row.getString("closed") != null,
                turn(row),
                row.getObject("offer_until") != null);
    }

    private static @Nullable Turn turn(ResultSet row) throws SQLException {
        var number = row.getObject("waitlist_number", Long.class);
        return number == null ? null : new Turn(row.getInt("waitlist_priority"), number, row.getLong("id"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
