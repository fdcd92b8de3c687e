package rollcall.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Channel;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;

/** The rows that hold what one transaction came to: the change set and whom it skipped. */
@Component
class ChangeSets {

    private static final String INSERT = """
        insert into change_set (program_id, job_id, cause, actor_key, actor_name, request_id, made_at, correction,
            reported)
        values (:program, :job, :cause, :actorKey, :actorName, :request, :now, :correction, :reported)\
        """;

    private static final String[] KEY = {"id"};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ChangeSets(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    long insert(StatusRequest request, Instant now) {
        return insert(request, false, now);
    }

    long insertCorrection(StatusRequest request, Instant now) {
        return insert(request, true, now);
    }

    private long insert(StatusRequest request, boolean correction, Instant now) {
        var keys = new GeneratedKeyHolder();
        batches.update(INSERT, values(request, correction, now), keys, KEY);
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    /** @return so many new ones, the first of them first */
    List<Long> insertSeveral(StatusRequest request, int count, Instant now) {
        var keys = new GeneratedKeyHolder();
        var values = values(request, false, now);
        batches.batchUpdate(
                INSERT, Stream.generate(() -> values).limit(count).toArray(SqlParameterSource[]::new), keys, KEY);
        return keys.getKeyList().stream()
                .map(row -> ((Number) row.values().iterator().next()).longValue())
                .sorted()
                .toList();
    }

    private static MapSqlParameterSource values(StatusRequest request, boolean correction, Instant now) {
        return new MapSqlParameterSource("program", request.programId())
                .addValue("job", request.jobId())
                .addValue("cause", request.cause().name())
                .addValue("actorKey", request.actor().key())
                .addValue("actorName", request.actor().name())
                .addValue("request", request.requestId())
                .addValue("now", Timestamp.from(now))
                .addValue("correction", correction)
                .addValue("reported", request.reported());
    }

    void insertSkips(long changeSetId, List<Decided> skipped) {
        var values = new ArrayList<SqlParameterSource>();
        for (var one : skipped) {
            if (one.move() instanceof Skip skip) {
                var at = skip.at();
                values.add(new MapSqlParameterSource("changeSet", changeSetId)
                        .addValue("person", one.standing().personId())
                        .addValue("status", at == null ? null : at.key())
                        .addValue("reason", skip.reason().name()));
            }
        }
        batches.batchUpdate("""
            insert into status_skip (change_set_id, person_id, status, skip_reason)
            values (:changeSet, :person, :status, :reason)\
            """, values.toArray(SqlParameterSource[]::new));
    }

    Optional<Long> byRequest(StatusRequest request) {
        return request.requestId() == null
                ? Optional.empty()
                : jdbc.sql("select id from change_set where program_id = :program and request_id = :request")
                        .param("program", request.programId())
                        .param("request", request.requestId())
                        .query(Long.class)
                        .optional();
    }

    /** What was written last, by person: the answer to somebody who asks for the same once more. */
    Map<Long, Outcome> outcomes(long changeSetId, Channel channel) {
        var outcomes = new HashMap<Long, Outcome>();
        jdbc.sql("""
            select m.id, m.person_id, c.from_status, c.to_status
            from status_change c join member m on m.id = c.member_id
            where c.change_set_id = :changeSet order by c.seq\
            """).param("changeSet", changeSetId).query(row -> {
            var move = made(channel, row.getString("from_status"), row.getString("to_status"));
            var person = row.getLong("person_id");
            outcomes.put(person, new Outcome(row.getLong("id"), person, move, changeSetId));
        });
        jdbc.sql("select person_id, status, skip_reason from status_skip where change_set_id = :changeSet")
                .param("changeSet", changeSetId)
                .query(row -> {
                    var at = channel.statusOrNobody(row.getString("status"));
                    var person = row.getLong("person_id");
                    var skip = new Skip(at, Reason.valueOf(row.getString("skip_reason")));
                    outcomes.put(person, new Outcome(null, person, skip, null));
                });
        return outcomes;
    }

    private static Move made(Channel channel, @Nullable String from, String to) {
        return channel.progression().move(channel.statusOrNobody(from), channel.status(to));
    }
}
