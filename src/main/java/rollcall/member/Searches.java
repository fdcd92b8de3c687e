package rollcall.member;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out how a search is answered. In a large program it finds what begins with the text and, only when no name, address or
 * company there does, what holds it.
 */
@Component
class Searches {

    /** Up to so many members a search text is found anywhere at once. */
    private static final long SMALL = 10_000;

    /** Up to so many people are looked up in the program one by one. With more of them, a page is full before long. */
    private static final int FEW = 5_000;

    /** Up to so many people are handed to a statement one by one. */
    private static final int FOUND = 5_000;

    private final StatusCounts counts;
    private final MemberReads reads;
    private final JdbcClient jdbc;

    Searches(StatusCounts counts, MemberReads reads, JdbcClient jdbc) {
        this.counts = counts;
        this.reads = reads;
        this.jdbc = jdbc;
    }

    boolean small(long programId) {
        return counts.total(programId) <= SMALL;
    }

    Search of(long programId, String typed) {
        return typed.isBlank() ? new Search.Everybody() : of(programId, typed, small(programId));
    }

    /** The same for whoever knows already whether the program is {@link #small}. */
    Search of(long programId, String typed, boolean small) {
        if (typed.isBlank()) {
            return new Search.Everybody();
        }
        return small ? new Search.Inside(typed) : inLarge(programId, typed);
    }

    private Search inLarge(long programId, String typed) {
        var beginning = beginning(typed);
        var many = EnumSet.noneOf(SearchKey.class);
        var others = new LinkedHashSet<Long>();
        beginning.forEach((key, people) -> {
            if (people.size() > FEW) {
                many.add(key);
            } else {
                others.addAll(people);
            }
        });
        var found = new Search.Found(List.copyOf(others));
        if (!many.isEmpty()) {
            return new Search.Beginning(typed, many, found);
        }
        return finds(programId, found) ? found : inside(typed);
    }

    private boolean finds(long programId, Search.Found found) {
        return !found.people().isEmpty() && reads.count(List.of(found.in(MemberSql.everybody(programId))), 1) > 0;
    }

    /** Whom each key finds, but not more than it takes to be many; keys that find nobody are left out. */
    private Map<SearchKey, List<Long>> beginning(String typed) {
        var each = SearchKey.ALL.stream()
                .map(key -> "(select %d as k, p.id from person p where %s limit :most)"
                        .formatted(key.ordinal(), key.begins("p")))
                .collect(Collectors.joining(" union all "));
        var found = new EnumMap<SearchKey, List<Long>>(SearchKey.class);
        jdbc.sql(each)
                .params(SearchKey.beginning(MemberSql.nothing(), typed).params())
                .param("most", FEW + 1)
                .query(row -> {
                    found.computeIfAbsent(SearchKey.ALL.get(row.getInt("k")), key -> new ArrayList<>())
                            .add(row.getLong("id"));
                });
        return found;
    }

    /** They are found once for both a page and its count, since on H2 that can take as long as reading all people. */
    private Search inside(String typed) {
        var each = SearchKey.toLookIn(typed).stream()
                .map(key -> "(select p.id from person p where %s limit :most)".formatted(key.holdsInIndex()))
                .collect(Collectors.joining(" union "));
        var people = jdbc.sql(each)
                .params(SearchKey.holding(MemberSql.nothing(), typed).params())
                .param("most", FOUND + 1)
                .query(Long.class)
                .list();
        return people.size() > FOUND ? new Search.Inside(typed) : new Search.Found(people);
    }
}
