package rollcall.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.Channels;
import rollcall.program.Status;

/** How people stand in other programs, as far as the asker may see those. */
@Component
class Elsewhere {

    private final JdbcClient jdbc;
    private final Access access;
    private final Channels channels;

    Elsewhere(JdbcClient jdbc, Access access, Channels channels) {
        this.jdbc = jdbc;
        this.access = access;
        this.channels = channels;
    }

    /** In how many other programs somebody has that status. */
    record Count(Status status, long programs) {}

    /** By person, in the order of steps; who is in no other program is left out. */
    Map<Long, List<Count>> of(Actor who, Collection<Waiter> waiters) {
        var reach = access.reachOf(who);
        var counts = new HashMap<Long, List<Count>>();
        if (waiters.isEmpty() || (!reach.everywhere() && reach.programIds().isEmpty())) {
            return counts;
        }
        Map<Long, Channel> known = new HashMap<>();
        jdbc.sql("""
                        select m.person_id, p.channel_id, m.status, m.status_step, count(*) as n
                        from member m join program p on p.id = m.program_id
                        where m.person_id in (:people) and m.id not in (:members) and m.closed is null
                            and m.status <> 'NOT_IN_PROGRAM'\
                        """
                        + (reach.everywhere() ? "" : " and m.program_id in (:reach)")
                        + " group by m.person_id, p.channel_id, m.status, m.status_step order by m.status_step desc")
                .param("people", waiters.stream().map(Waiter::personId).toList())
                .param("members", waiters.stream().map(Waiter::memberId).toList())
                .params(reach.everywhere() ? Map.of() : Map.of("reach", reach.programIds()))
                .query(row -> {
                    var status = known.computeIfAbsent(row.getLong("channel_id"), channels::get)
                            .status(row.getString("status"));
                    counts.computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>())
                            .add(new Count(status, row.getLong("n")));
                });
        return counts;
    }
}
