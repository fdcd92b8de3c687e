package rollcall.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Cause;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** Campaigns that are made and switched on, workers that are run by hand, and what the database says then. */
@Component
public class CampaignFixture {

    static final Again EACH_TIME = new Again(Again.Often.EVERY_TIME, 0, null);

    private final Campaigns campaigns;
    private final FanOut fanOut;
    private final EntryRunner runner;
    private final MembersFixture members;
    private final StatusChanges changes;
    private final Webhooks webhooks;
    private final JdbcClient jdbc;

    CampaignFixture(
            Campaigns campaigns,
            FanOut fanOut,
            EntryRunner runner,
            MembersFixture members,
            StatusChanges changes,
            Webhooks webhooks,
            JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.fanOut = fanOut;
        this.runner = runner;
        this.members = members;
        this.changes = changes;
        this.webhooks = webhooks;
        this.jdbc = jdbc;
    }

    static Definition definition(Trigger trigger, Again again, Action... actions) {
        return new Definition(
                List.of(trigger),
                null,
                Audience.EVERYBODY,
                java.util.Arrays.stream(actions).map(Step::of).toList(),
                again,
                50);
    }

    static Definition batch(Audience audience, Again again, Action... actions) {
        return new Definition(
                List.of(),
                null,
                audience,
                java.util.Arrays.stream(actions).map(Step::of).toList(),
                again,
                50);
    }

    static Trigger to(StatusCode... statuses) {
        return new Trigger.StatusChanged(Set.of(), keys(statuses), Set.of(), "");
    }

    static Trigger by(Cause... causes) {
        return new Trigger.StatusChanged(Set.of(), Set.of(), Set.of(causes), "");
    }

    static Set<String> keys(StatusCode... statuses) {
        return java.util.Arrays.stream(statuses).map(Enum::name).collect(java.util.stream.Collectors.toSet());
    }

    static Action mail(long template) {
        return new Action.SendMail(template);
    }

    /** Some template of the program. */
    long template(Program program) {
        return jdbc.sql("select id from mail_template where program_id = :program and recipe = 'CONFIRMATION'")
                .param("program", program.key())
                .query(Long.class)
                .single();
    }

    /** Some campaign that is on and brings nobody in by itself. */
    public long some(Program program) {
        return on(program, batch(Audience.EVERYBODY, Again.ONCE, new Action.Remove()));
    }

    /** Made and switched on. */
    long on(Program program, Definition definition) {
        var id = campaigns.create(program, "Campaign", definition, Actor.SYSTEM);
        var problems = campaigns.switchOn(program, id, Actor.SYSTEM);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return id;
    }

    /** One that may be called. */
    public long webhook() {
        var name = "Hook " + java.util.UUID.randomUUID();
        webhooks.add(name, "https://hooks.example.org/rollcall", Actor.SYSTEM);
        return webhooks.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** One in which somebody is through and somebody waits. */
    public long ran() {
        var program = members.program(null);
        var waits = new Step(
                List.of(new Step.Choice(
                        Audience.of(new Condition.StatusIs(keys(StatusCode.WAITLISTED))),
                        new Action.WaitFor(1, EventTime.Unit.DAYS))),
                mail(template(program)));
        var end = Step.of(new Action.Nothing());
        var id = on(program, new Definition(List.of(), null, Audience.EVERYBODY, List.of(waits, end), Again.ONCE, 50));
        members.member(program, StatusCode.INVITED);
        members.member(program, StatusCode.WAITLISTED);
        campaigns.run(program, id, Actor.SYSTEM);
        work(program);
        return id;
    }

    void ask(Program program, StatusCode to, long member) {
        changes.change(members.ask(program, to), member);
    }

    /** All that can be done now in that program, as the workers would. */
    public void work(Program program) {
        boolean more;
        do {
            more = fanOut.run(program.key());
            for (var id : jdbc.sql("select id from campaign where program_id = :program order by id")
                    .param("program", program.key())
                    .query(Long.class)
                    .list()) {
                while (runner.run(id)) {
                    more = true;
                }
            }
            more |= jdbc.sql("select count(*) from campaign_feed where program_id = :program")
                            .param("program", program.key())
                            .query(Long.class)
                            .single()
                    > 0;
        } while (more);
    }

    /** How many entries have each state. */
    Map<String, Long> entries(long campaign) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select state, count(*) as n from campaign_entry where campaign_id = :campaign group by state")
                .param("campaign", campaign)
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("n"));
                });
        return counts;
    }

    long letters(long campaign) {
        return jdbc.sql("select count(*) from letter where campaign_id = :campaign and member_id is not null")
                .param("campaign", campaign)
                .query(Long.class)
                .single();
    }

    /** What came of the steps, as words: {@code 0 DONE} or {@code 0 REFUSED ALREADY_PAST}, with the number. */
    Map<String, Long> tally(long campaign) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("""
            select step, outcome, detail, sum(n) as n from campaign_tally where campaign_id = :campaign
            group by step, outcome, detail having sum(n) <> 0\
            """).param("campaign", campaign).query(row -> {
            var what = "%s %s %s"
                    .formatted(row.getString(1), row.getString(2), row.getString(3))
                    .strip();
            counts.put(what, row.getLong("n"));
        });
        return counts;
    }
}
