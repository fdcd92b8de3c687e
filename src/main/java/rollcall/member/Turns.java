package rollcall.member;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.StatusCode;

/** Whose turn it is among those who wait: by priority, then by the change set with which they began to wait. */
@Component
class Turns {

    private final NamedParameterJdbcTemplate jdbc;
    private final ChangeSets changeSets;

    Turns(NamedParameterJdbcTemplate jdbc, ChangeSets changeSets) {
        this.jdbc = jdbc;
        this.changeSets = changeSets;
    }

    /**
     * Lets them begin to wait anew, in the order in which they waited. Each gets a change set of their own, which changes
     * no status: with a number that somebody else has, they would stand before them.
     */
    void anew(Actor by, long programId, Collection<Long> memberIds, Instant now) {
        var waiting = memberIds.isEmpty() ? List.<Long>of() : waiting(programId, memberIds);
        if (!waiting.isEmpty()) {
            var request = StatusRequest.of(programId, StatusCode.WAITLISTED, Cause.WAITLIST, by);
            number(waiting, changeSets.insertSeveral(request, waiting.size(), now));
        }
    }

    private List<Long> waiting(long programId, Collection<Long> memberIds) {
        return jdbc.queryForList(
                """
                select id from member where program_id = :program and id in (:members) and status = 'WAITLISTED'
                order by waitlist_priority desc, waitlist_number, id\
                """, new MapSqlParameterSource("program", programId).addValue("members", memberIds), Long.class);
    }

    private void number(List<Long> memberIds, List<Long> numbers) {
        jdbc.batchUpdate(
                "update member set waitlist_priority = 0, waitlist_number = :number where id = :id",
                IntStream.range(0, memberIds.size())
                        .mapToObj(i ->
                                new MapSqlParameterSource("id", memberIds.get(i)).addValue("number", numbers.get(i)))
                        .toArray(SqlParameterSource[]::new));
    }
}
