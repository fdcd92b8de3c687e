package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.PlainChange;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * A batch through two steps, change the status and send a mail, beside the same rows in plain SQL; and how fast the letters
 * of it are handed to a mail server that throws them away.
 */
public class CampaignBench implements Case {

    private static final int CHUNK = 1_000;

    /** Each run goes a step further with the same members. */
    private static final List<StatusCode> STATUSES = List.of(
            StatusCode.WAITLISTED,
            StatusCode.REGISTERED,
            StatusCode.NO_SHOW,
            StatusCode.ATTENDED_ON_DEMAND,
            StatusCode.ATTENDED);

    @Override
    public String name() {
        return "campaigns";
    }

    @Override
    public void measure(Ground ground, Figures figures) throws Exception {
        var measured = Crowd.of(ground, "Measured", ground.size());
        var plain = Crowd.of(ground, "Plain SQL", ground.size());
        var flow = new ArrayList<Duration>();
        var floor = new ArrayList<Duration>();
        var letters = new ArrayList<Duration>();
        for (int run = 0; run < Math.min(ground.runs(), STATUSES.size()); run++) {
            var to = STATUSES.get(run);
            pause(ground, true);
            flow.add(campaign(ground, measured, to));
            pause(ground, false);
            letters.add(lettersGone(ground, measured));
            floor.add(plainly(ground, plain, to));
        }
        figures.beside("batch of two steps: entries and status changes", ground.database(), ground.size(), flow, floor);
        figures.rate("letters handed to a mail server", ground.database(), ground.size(), letters);
    }

    static void pause(Ground ground, boolean paused) {
        ground.jdbc()
                .sql("update mail_desk set paused_at = :at, paused_by = :by")
                .param("at", paused ? Timestamp.from(Instant.now()) : null)
                .param("by", paused ? "Bench" : null)
                .update();
    }

    static Definition batch(Action... actions) {
        var steps = Arrays.stream(actions).map(Step::of).toList();
        return new Definition(
                List.of(), null, Audience.EVERYBODY, steps, new Again(Again.Often.EVERY_TIME, 0, null), 50);
    }

    static Duration campaign(Ground ground, Program program, StatusCode to) {
        var campaigns = ground.bean(Campaigns.class);
        var template = ground.bean(rollcall.mail.Templates.class)
                .recipe(program.key(), "FOLLOW_UP_ATTENDED")
                .orElseThrow();
        var definition = batch(new Action.ChangeStatus(to.name(), "bench"), new Action.SendMail(template.id()));
        var id = campaigns.create(program, "To " + to, definition, Actor.SYSTEM);
        campaigns.switchOn(program, id, Actor.SYSTEM);
        return Ground.time(() -> {
            campaigns.run(program, id, Actor.SYSTEM);
            await(ground, "select count(*) from campaign_entry where campaign_id = :id and state = 'GOING'", "id", id);
        });
    }

    /** Asked by the index of what waits, and not often: whoever looks through all letters slows down those who send them. */
    static Duration lettersGone(Ground ground, Program program) {
        var priority = ground.jdbc()
                .sql("select max(priority) from letter where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .single();
        return Ground.time(() -> await(ground, """
            select count(*) from (
                select id from letter where priority = :priority and due_at is not null
                order by priority, due_at, id limit 1) soon\
            """, "priority", priority));
    }

    static void await(Ground ground, String sql, String name, long value) {
        Ground.await(() ->
                ground.jdbc().sql(sql).param(name, value).query(Long.class).single() == 0);
    }

    /** The same rows in the same chunks, each in a transaction of its own, with nothing in between. */
    private static Duration plainly(Ground ground, Program program, StatusCode to) {
        var jdbc = ground.jdbc();
        var campaign = jdbc.sql("select min(id) from campaign where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .single();
        var template = jdbc.sql("select min(id) from mail_template where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .single();
        var change = PlainChange.of(ground, program, "CAMPAIGN", to);
        return Ground.time(() -> {
            jdbc.sql("""
                insert into campaign_entry (program_id, campaign_id, version, member_id, level, step, state, due_at,
                    entered_at)
                select program_id, :campaign, 1, id, 0, 0, 'GOING', current_timestamp, current_timestamp
                from member where program_id = :program\
                """)
                    .param("campaign", campaign)
                    .param("program", program.key())
                    .update();
            var ids = ground.members(program);
            for (int from = 0; from < ids.size(); from += CHUNK) {
                var some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
                ground.inTransaction(() -> {
                    change.make(some);
                    return move(jdbc, campaign, 1, "GOING", some);
                });
            }
            for (int from = 0; from < ids.size(); from += CHUNK) {
                var some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
                ground.inTransaction(() -> writeChunk(jdbc, program, campaign, template, some));
            }
        });
    }

    private static Object writeChunk(JdbcClient jdbc, Program program, long campaign, long template, List<Long> ids) {
        jdbc.sql("""
            insert into letter (program_id, member_id, person_id, template_id, template_version, purpose, priority,
                campaign_id, entry_id, entry_step, state, tries, maybe_twice, created_at, settled_at)
            select m.program_id, m.id, m.person_id, :template, 1, 'MARKETING', 50, :campaign, e.id, 1, 'CANCELLED', 0,
                false, current_timestamp, current_timestamp
            from campaign_entry e join member m on m.id = e.member_id
            where e.campaign_id = :campaign and e.member_id in (:ids) and e.state = 'GOING'\
            """)
                .param("template", template)
                .param("campaign", campaign)
                .param("ids", ids)
                .update();
        return move(jdbc, campaign, 2, "DONE", ids);
    }

    private static Object move(JdbcClient jdbc, long campaign, int step, String state, List<Long> ids) {
        jdbc.sql("""
            insert into campaign_tally (campaign_id, version, step, outcome, detail, n)
            values (:campaign, 1, :step, 'DONE', '', :n)\
            """)
                .param("campaign", campaign)
                .param("step", step - 1)
                .param("n", ids.size())
                .update();
        return jdbc.sql("""
            update campaign_entry set step = :step, state = :state,
                due_at = case when :done then null else due_at end, ended_at = case when :done then due_at end
            where campaign_id = :campaign and member_id in (:ids) and state = 'GOING'\
            """)
                .param("step", step)
                .param("state", state)
                .param("done", state.equals("DONE"))
                .param("campaign", campaign)
                .param("ids", ids)
                .update();
    }
}
