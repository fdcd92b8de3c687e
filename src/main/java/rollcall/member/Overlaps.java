package rollcall.member;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.program.Actor;

/**
 * Finds the programs that two records of one person are both in, and says which membership stays there: the one that is
 * further; of two that are as far, the older.
 */
@Service
public class Overlaps {

    private final Memberships memberships;
    private final JdbcClient jdbc;

    Overlaps(Memberships memberships, JdbcClient jdbc) {
        this.memberships = memberships;
        this.jdbc = jdbc;
    }

    /** In the order of the programs' ids, in which their seats are locked. */
    public List<Overlap> of(long one, long other) {
        var joined = joined(one, other);
        var further = Comparator.<Membership>comparingInt(
                        membership -> membership.status().step())
                .reversed()
                .thenComparing(membership -> joined.getOrDefault(membership.memberId(), 0));
        var overlaps = new ArrayList<Overlap>();
        var mine = open(one);
        open(other).forEach((program, theirs) -> {
            var own = mine.get(program);
            if (own != null) {
                overlaps.add(further.compare(own, theirs) <= 0 ? new Overlap(own, theirs) : new Overlap(theirs, own));
            }
        });
        overlaps.sort(Comparator.comparing(overlap -> overlap.kept().programId()));
        return overlaps;
    }

    private Map<Long, Membership> open(long personId) {
        var open = new HashMap<Long, Membership>();
        memberships.of(Actor.SYSTEM, personId).stream()
                .filter(one -> one.closed() == null)
                .forEach(one -> open.put(one.programId(), one));
        return open;
    }

    /** Members by age: their places in the order in which they came in. */
    private Map<Long, Integer> joined(long one, long other) {
        var places = new HashMap<Long, Integer>();
        jdbc.sql("select id from member where person_id in (:one, :other) order by joined_at, id")
                .param("one", one)
                .param("other", other)
                .query(row -> {
                    places.put(row.getLong("id"), places.size());
                });
        return places;
    }
}
