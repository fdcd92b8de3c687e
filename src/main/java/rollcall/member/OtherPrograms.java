package rollcall.member;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.Channels;
import rollcall.program.Status;

/** In which other programs a person is or was, as far as the asker may see them. */
@Component
class OtherPrograms {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Access access;

    OtherPrograms(JdbcClient jdbc, Channels channels, Access access) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.access = access;
    }

    /** One membership elsewhere. */
    record Membership(long programId, long memberId, String program, Instant startsAt, String zone, Status status) {}

    /** The newest programs first. */
    List<Membership> of(Actor who, MemberLine member) {
        var reach = access.reachOf(who);
        var known = new HashMap<Long, Channel>();
        return jdbc
                .sql("""
                    select m.program_id, m.id, p.name, p.starts_at, p.zone, p.channel_id, m.status
                    from member m join program p on p.id = m.program_id
                    where m.person_id = :person and m.id <> :member order by p.starts_at desc, p.id desc\
                    """)
                .param("person", member.personId())
                .param("member", member.id())
                .query((row, n) -> new Membership(
                        row.getLong("program_id"),
                        row.getLong("id"),
                        row.getString("name"),
                        MemberRows.instant(row, "starts_at"),
                        row.getString("zone"),
                        known.computeIfAbsent(row.getLong("channel_id"), channels::get)
                                .status(row.getString("status"))))
                .list()
                .stream()
                .filter(one -> reach.covers(one.programId()))
                .limit(MOST)
                .toList();
    }
}
