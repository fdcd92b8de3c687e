package rollcall.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.Channels;

/** The door to in which programs a person is or was, as far as the asker may see them. */
@Component
public class Memberships {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Access access;

    Memberships(JdbcClient jdbc, Channels channels, Access access) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.access = access;
    }

    /** The newest programs first; with those of earlier records of the person. */
    public List<Membership> of(Actor who, long personId) {
        var reach = access.reachOf(who);
        var known = new HashMap<Long, Channel>();
        return jdbc.sql("""
            select m.program_id, m.id, p.name, p.starts_at, p.zone, p.channel_id, m.status, m.changed_at, m.closed
            from member m join program p on p.id = m.program_id
            where m.person_id in (
                select id from person where id = :person union all select id from person where merged_into = :person)
            order by p.starts_at desc, p.id desc, m.id\
            """).param("person", personId).query((row, n) -> membership(row, known)).list().stream()
                .filter(one -> reach.covers(one.programId()))
                .toList();
    }

    private Membership membership(ResultSet row, Map<Long, Channel> known) throws SQLException {
        return new Membership(
                row.getLong("program_id"),
                row.getLong("id"),
                row.getString("name"),
                MemberRows.instant(row, "starts_at"),
                row.getString("zone"),
                known.computeIfAbsent(row.getLong("channel_id"), channels::get).status(row.getString("status")),
                MemberRows.instant(row, "changed_at"),
                Closed.of(row.getString("closed")));
    }
}
