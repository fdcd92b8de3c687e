package rollcall.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Channel;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Whom a change moved, by name, from which status to which: in pages, in the order in which they were moved. */
@Component
class ChangedMembers {

    private static final int PAGE = 50;

    /** A correction may lead through Not in Program: that way out is not told, but where it began. */
    private static final String CHANGES = """
        from status_change c
        left join status_change w on w.member_id = c.member_id and w.seq = c.seq - 1
            and w.change_set_id = c.change_set_id and w.corrected_by = c.change_set_id
        """;

    private static final String WHERE = """
        where c.change_set_id in (:changeSets) and (c.corrected_by is null or c.corrected_by <> c.change_set_id)
        """;

    private static final String PEOPLE = """
        join member m on m.id = c.member_id
        join person p on p.id = m.person_id
        """;

    private static final String FROM = "coalesce(w.from_status, c.from_status)";

    private final JdbcClient jdbc;
    private final Programs programs;

    ChangedMembers(JdbcClient jdbc, Programs programs) {
        this.jdbc = jdbc;
        this.programs = programs;
    }

    /** How many members of one change set went which way. */
    private record Part(long changeSet, @Nullable String from, String to, long n) {}

    /** Behind whom a page begins. */
    record Key(long changeSet, long id) {

        private static final Key FIRST = new Key(0, 0);
        private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

        /** The beginning for null or a text that is no key. */
        static Key parse(@Nullable String text) {
            var parts = SHAPE.matcher(text == null ? "" : text);
            return parts.matches() ? new Key(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))) : FIRST;
        }

        @Override
        public String toString() {
            return changeSet + "." + id;
        }
    }

    private record Row(Key key, ChangedMember member) {}

    /** @param changeSets of that program, in the order in which they were made */
    ChangedPage page(Program program, List<Long> changeSets, ChangedFilter filter) {
        var channel = programs.channelOf(program);
        var parts = changeSets.isEmpty() ? List.<Part>of() : parts(changeSets);
        var behind = Key.parse(filter.after());
        var rows = rows(channel, near(parts, filter, behind), filter, behind);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new ChangedPage(
                filter,
                ways(parts, channel),
                shown.stream().map(Row::member).toList(),
                rows.size() > PAGE ? shown.getLast().key().toString() : null);
    }

    private List<Part> parts(List<Long> changeSets) {
        return jdbc.sql("select c.change_set_id, " + FROM + " as from_status, c.to_status, count(*) as n " + CHANGES
                        + WHERE + "group by c.change_set_id, " + FROM + ", c.to_status order by c.change_set_id")
                .param("changeSets", changeSets)
                .query((row, n) -> new Part(
                        row.getLong("change_set_id"),
                        row.getString("from_status"),
                        row.getString("to_status"),
                        row.getLong("n")))
                .list();
    }

    private static List<ChangedPage.Way> ways(List<Part> parts, Channel channel) {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        part -> new ChangedPage.Way(channel.statusOrNobody(part.from()), channel.status(part.to()), 0),
                        Collectors.summingLong(Part::n)))
                .entrySet()
                .stream()
                .map(way -> way.getKey().of(way.getValue()))
                .sorted(ChangedPage.Way.ORDER)
                .toList();
    }

    /** The change sets that the page lies in: a large change has many, and most of them are far from it. */
    private static List<Long> near(List<Part> parts, ChangedFilter filter, Key behind) {
        Predicate<Part> meant = part -> part.changeSet() >= behind.changeSet() && filter.means(part.from(), part.to());
        var near = new ArrayList<Long>();
        long found = 0;
        for (var part : parts.stream().filter(meant).toList()) {
            if (found > PAGE && !near.contains(part.changeSet())) {
                break;
            }
            near.add(part.changeSet());
            found += part.changeSet() == behind.changeSet() ? 0 : part.n();
        }
        return near.stream().distinct().toList();
    }

    private List<Row> rows(Channel channel, List<Long> changeSets, ChangedFilter filter, Key behind) {
        if (changeSets.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select c.id, c.change_set_id, " + FROM + " as from_status, c.to_status, c.reason,"
                        + " m.id as member_id, p.first_name, p.last_name, p.email "
                        + CHANGES + PEOPLE + WHERE + filter.sql(FROM)
                        + " and (c.change_set_id > :changeSet or (c.change_set_id = :changeSet and c.id > :id))"
                        + " order by c.change_set_id, c.id limit :most")
                .params(filter.params())
                .params(Map.of("changeSets", changeSets, "changeSet", behind.changeSet(), "id", behind.id()))
                .param("most", PAGE + 1)
                .query((row, n) -> row(row, channel))
                .list();
    }

    private static Row row(ResultSet row, Channel channel) throws SQLException {
        var member = new ChangedMember(
                row.getLong("member_id"),
                (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                row.getString("email"),
                channel.statusOrNobody(row.getString("from_status")),
                channel.status(Objects.requireNonNull(row.getString("to_status"))),
                row.getString("reason"));
        return new Row(new Key(row.getLong("change_set_id"), row.getLong("id")), member);
    }
}
