package rollcall.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.person.NoSuchPerson;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.program.Access;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;

/**
 * The door to people across programs. Somebody sees whoever is or was in a program that they may see, and of those people
 * only what belongs to such programs; with a role in all programs, everybody.
 */
@Service
public class PeopleSeen {

    /** How many people stand on a page. */
    public static final int PAGE = 50;

    private static final String LINE =
            "select p.id, p.first_name, p.last_name, p.email, p.company from person p%s order by p.name_key%s, p.id%s"
                    + " limit :most";

    private final Memberships memberships;
    private final People people;
    private final Access access;
    private final JdbcClient jdbc;

    PeopleSeen(Memberships memberships, People people, Access access, JdbcClient jdbc) {
        this.memberships = memberships;
        this.people = people;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * The person, for somebody who may see them.
     *
     * @throws NoSuchPerson when there is none, it is an earlier record of somebody, or the asker may not see the person
     */
    public Person require(Actor who, long personId) {
        var reach = access.reachOf(who);
        if (people.successorOf(personId).isPresent() || !reaches(reach, personId)) {
            throw new NoSuchPerson();
        }
        return people.find(personId).orElseThrow(NoSuchPerson::new);
    }

    private boolean reaches(Reach reach, long personId) {
        return reach.everywhere()
                || (!reach.programIds().isEmpty()
                        && jdbc.sql("""
                            select count(*) from member where person_id = :person and program_id in (:visible)\
                            """)
                                        .param("person", personId)
                                        .param("visible", reach.programIds())
                                        .query(Long.class)
                                        .single()
                                > 0);
    }

    /** What the person is or was in the programs that the asker may see: the newest programs first. */
    public List<Membership> memberships(Actor who, long personId) {
        return memberships.of(who, personId);
    }

    /**
     * One page of the people whom the asker may see, by name.
     *
     * @param q a name, an e-mail address or a company, or the beginning of one; case and accents do not matter
     * @param after the last person on the page before this one; null for the first page
     * @param before the first person on the page behind this one; wins over {@code after}
     */
    public PersonPage page(Actor who, String q, @Nullable Long after, @Nullable Long before) {
        var reach = access.reachOf(who);
        var sql = new PersonSql(reach, q);
        var key = before == null ? after : before;
        var forward = before == null;
        if (key != null) {
            sql.from(key, forward);
        }
        return page(lines(sql, reach, forward), key != null, forward);
    }

    private List<PersonLine> lines(PersonSql sql, Reach reach, boolean forward) {
        var direction = forward ? "" : " desc";
        var lines = jdbc.sql(LINE.formatted(sql.where(), direction, direction))
                .params(sql.params())
                .param("most", PAGE + 1)
                .query((row, n) -> new PersonLine(
                        row.getLong("id"),
                        (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                        row.getString("email"),
                        row.getString("company"),
                        0))
                .list();
        var counts = counts(lines.stream().map(PersonLine::id).toList(), reach);
        return lines.stream()
                .map(one -> new PersonLine(
                        one.id(), one.name(), one.email(), one.company(), counts.getOrDefault(one.id(), 0)))
                .toList();
    }

    private Map<Long, Integer> counts(Collection<Long> ids, Reach reach) {
        var counts = new HashMap<Long, Integer>();
        if (!ids.isEmpty()) {
            jdbc.sql("select person_id, program_id from member where person_id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        if (reach.covers(row.getLong("program_id"))) {
                            counts.merge(row.getLong("person_id"), 1, Integer::sum);
                        }
                    });
        }
        return counts;
    }

    private static PersonPage page(List<PersonLine> found, boolean continued, boolean forward) {
        var more = found.size() > PAGE;
        var shown = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        if (!forward) {
            Collections.reverse(shown);
        }
        if (shown.isEmpty()) {
            return new PersonPage(shown, null, null);
        }
        var previous = forward ? continued : more;
        var next = forward ? more : true;
        return new PersonPage(
                shown,
                previous ? shown.getFirst().id() : null,
                next ? shown.getLast().id() : null);
    }
}
