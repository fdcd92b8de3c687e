package rollcall.provider.csv;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.provider.AttendanceKind;

/** The rows of {@code attendance_visit}: where a report is put down, row by row, so that it can be read person by person. */
@Component("reportVisits")
class Visits {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Visits(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A visit and the line that tells of it. */
    record Told(long line, Visit visit) {}

    /** Forgets what is said behind that line, so that a part which was put down half way can be put down again. */
    void forgetBehind(long fileId, long line) {
        jdbc.sql("delete from attendance_visit where file_id = :file and line > :line")
                .param("file", fileId)
                .param("line", line)
                .update();
    }

    void forget(long fileId) {
        jdbc.sql("delete from attendance_visit where file_id = :file")
                .param("file", fileId)
                .update();
    }

    void store(long fileId, List<Told> told) {
        batches.batchUpdate("""
            insert into attendance_visit (file_id, kind, person, line, registrant_id, email, name, joined_at, left_at,
                seconds)
            values (:file, :kind, :person, :line, :registrant, :email, :name, :joined, :left, :seconds)\
            """, told.stream().map(one -> values(fileId, one)).toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource values(long fileId, Told told) {
        var visit = told.visit();
        return new MapSqlParameterSource("file", fileId)
                .addValue("kind", visit.kind().name())
                .addValue("person", visit.person())
                .addValue("line", told.line())
                .addValue("registrant", visit.registrantId())
                .addValue("email", visit.email())
                .addValue("name", visit.name())
                .addValue("joined", stamp(visit.joined()))
                .addValue("left", stamp(visit.left()))
                .addValue(
                        "seconds",
                        visit.duration() == null ? null : visit.duration().toSeconds());
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** The next people of that kind, in an order of its own, each with all their visits. */
    LinkedHashMap<String, List<Visit>> people(long fileId, AttendanceKind kind, String behind, int most) {
        var keys = jdbc.sql("""
            select distinct person from attendance_visit
            where file_id = :file and kind = :kind and person > :behind order by person limit :most\
            """)
                .param("file", fileId)
                .param("kind", kind.name())
                .param("behind", behind)
                .param("most", most)
                .query(String.class)
                .list();
        var people = new LinkedHashMap<String, List<Visit>>();
        keys.forEach(key -> people.put(key, new ArrayList<>()));
        if (!keys.isEmpty()) {
            fill(people, fileId, kind, keys.getFirst(), keys.getLast());
        }
        return people;
    }

    private void fill(
            LinkedHashMap<String, List<Visit>> people, long fileId, AttendanceKind kind, String first, String last) {
        jdbc.sql("""
            select * from attendance_visit
            where file_id = :file and kind = :kind and person between :first and :last order by person, line\
            """)
                .param("file", fileId)
                .param("kind", kind.name())
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    people.computeIfAbsent(row.getString("person"), key -> new ArrayList<>())
                            .add(visit(row, kind));
                });
    }

    private static Visit visit(ResultSet row, AttendanceKind kind) throws SQLException {
        var seconds = row.getObject("seconds", Long.class);
        return new Visit(
                kind,
                row.getString("registrant_id"),
                row.getString("email"),
                row.getString("name"),
                instant(row, "joined_at"),
                instant(row, "left_at"),
                seconds == null ? null : Duration.ofSeconds(seconds));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
