package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import rollcall.mail.*;
import rollcall.program.Actor;

/** Stands in for the room mail until it is there: writes the rows alone. */
@Component
class StandInLetters implements Letters {

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    StandInLetters(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int write(LetterOrder order, List<Addressee> to) {
        jdbc.batchUpdate(
                """
                insert into letter (program_id, member_id, person_id, template_id, template_version, purpose, priority, campaign_id, entry_id, entry_step, state, due_at, tries, maybe_twice, created_at)
                values (:program, :member, :person, :template, 1, 'OPERATIONAL', :priority, :campaign, :entry, :step, 'WAITING', :now, 0, false, :now)\
                """,
                to.stream()
                        .map(one -> new MapSqlParameterSource("program", order.programId())
                                .addValue("member", one.memberId())
                                .addValue("person", one.personId())
                                .addValue("template", order.templateId())
                                .addValue("priority", order.priority())
                                .addValue("campaign", order.campaignId())
                                .addValue("entry", one.entryId())
                                .addValue("step", order.step())
                                .addValue("now", Timestamp.from(clock.instant())))
                        .toArray(SqlParameterSource[]::new));
        return to.size();
    }

    @Override
    public void tell(long programId, long campaignId, Collection<Actor> colleagues, String subject, String body) {
        for (var one : colleagues) {
            jdbc.update(
                    """
                    insert into letter (program_id, account_key, subject, body, purpose, priority, campaign_id, state, due_at, tries, maybe_twice, created_at)
                    values (:program, :key, :subject, :body, 'OPERATIONAL', 10, :campaign, 'WAITING', :now, 0, false, :now)\
                    """,
                    new MapSqlParameterSource("program", programId)
                            .addValue("key", one.key())
                            .addValue("subject", subject)
                            .addValue("body", body)
                            .addValue("campaign", campaignId)
                            .addValue("now", Timestamp.from(clock.instant())));
        }
    }

    @Override
    public int cancelOf(long campaignId) {
        return jdbc.update(
                "update letter set state = 'CANCELLED', due_at = null where campaign_id = :c and state = 'WAITING'",
                Map.of("c", campaignId));
    }

    @Override
    public Map<LetterState, Long> counts(long campaignId, int step) {
        return Map.of();
    }

    @Override
    public Map<Suppressed, Long> suppressed(Collection<Long> memberIds, Purpose purpose) {
        return Map.of();
    }
}
