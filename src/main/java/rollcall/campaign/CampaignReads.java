package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.mail.LetterState;
import rollcall.program.Program;

/** What pages tell about campaigns. */
@Component
class CampaignReads {

    private final JdbcClient jdbc;
    private final RunRows runs;
    private final StepReads steps;
    private final Sends sends;
    private final Clock clock;

    CampaignReads(JdbcClient jdbc, RunRows runs, StepReads steps, Sends sends, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.steps = steps;
        this.sends = sends;
        this.clock = clock;
    }

    /** How many entries each state has, by campaign, of all campaigns of that program. */
    Map<Long, Map<EntryState, Long>> states(long programId) {
        var states = new HashMap<Long, Map<EntryState, Long>>();
        jdbc.sql("""
            select e.campaign_id, e.state, count(*) as n
            from campaign c join campaign_entry e on e.campaign_id = c.id
            where c.program_id = :program and c.archived_at is null group by e.campaign_id, e.state\
            """).param("program", programId).query(row -> {
            states.computeIfAbsent(row.getLong("campaign_id"), id -> new EnumMap<>(EntryState.class))
                    .put(EntryState.valueOf(row.getString("state")), row.getLong("n"));
        });
        return states;
    }

    /** What came of each step, over all versions that have the same number of steps or more. */
    List<StepResult> steps(Campaign campaign) {
        return steps.of(campaign);
    }

    /** Who is or was in it, newest first; those of one state when one is named. */
    List<EntryLine> entries(Campaign campaign, @Nullable EntryState state, @Nullable Long before, int most) {
        return jdbc.sql("""
            select e.id as entry_id, e.version, e.step, e.state, e.due_at, e.entered_at, e.ended_at, e.problem,
                m.id, m.status, p.first_name, p.last_name, p.email
            from campaign_entry e join member m on m.id = e.member_id join person p on p.id = m.person_id
            where e.campaign_id = :campaign and e.id < :before\
            """ + (state == null ? "" : " and e.state = :state") + " order by e.id desc limit :most")
                .param("campaign", campaign.id())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("state", state == null ? "" : state.name())
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    private static EntryLine entry(ResultSet row) throws SQLException {
        return new EntryLine(
                row.getLong("entry_id"),
                new AudienceMember(
                        row.getLong("id"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        row.getString("status")),
                row.getInt("version"),
                row.getInt("step"),
                EntryState.valueOf(row.getString("state")),
                CampaignRows.instant(row, "due_at"),
                Objects.requireNonNull(CampaignRows.instant(row, "entered_at")),
                CampaignRows.instant(row, "ended_at"),
                row.getString("problem"));
    }

    List<RunLine> runs(Campaign campaign, int most) {
        return runs.of(campaign.id(), most);
    }

    /** All sends of a program that are known beforehand, and those that were, in the order of their times. */
    List<Send> calendar(Program program) {
        return sends.of(program);
    }

    /** How long the oldest entry that could go on has waited for a worker, in seconds; 0 when none does. */
    long lagSeconds(long programId) {
        return jdbc.sql("""
            select min(e.due_at) as due_at from campaign c join campaign_entry e on e.campaign_id = c.id
            where c.program_id = :program and c.state = 'ON' and e.due_at <= :now\
            """)
                .param("program", programId)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> Optional.ofNullable(CampaignRows.instant(row, "due_at")))
                .single()
                .map(due -> Duration.between(due, clock.instant()).toSeconds())
                .orElse(0L);
    }

    /**
     * @param entered how many have come to it
     * @param waiting how many wait before it
     * @param outcomes what came of it, with details such as why a status change was refused
     * @param letters for a step that sends mail
     */
    record StepResult(int index, long entered, long waiting, List<Outcome> outcomes, Map<LetterState, Long> letters) {}

    record Outcome(String outcome, String detail, long members) {}

    record EntryLine(
            long id,
            AudienceMember member,
            int version,
            int step,
            EntryState state,
            @Nullable Instant dueAt,
            Instant enteredAt,
            @Nullable Instant endedAt,
            @Nullable String problem) {}

    /** @param missed whether nobody came in, because it could only be started when it was too late for it */
    record RunLine(Instant plannedAt, Instant startedAt, String by, int entered, boolean missed) {}

    /**
     * @param members how many, as far as it is known
     * @param done whether it is past
     */
    record Send(long campaignId, String campaign, Instant at, String template, long members, boolean done) {}
}
