package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignFixture.EACH_TIME;
import static rollcall.campaign.CampaignFixture.definition;
import static rollcall.campaign.CampaignFixture.to;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.account.Role;
import rollcall.campaign.EventTime.Unit;
import rollcall.mail.Templates;
import rollcall.member.Consequences;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.ChannelFixture;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** What steps do besides giving statuses and sending mails, and how all of it is told. */
abstract class ActionsTests extends EmptyFeed {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private CampaignReads reads;

    @Autowired
    private CampaignTimeline timeline;

    @Autowired
    private CampaignConsequences consequences;

    @Autowired
    private CampaignBelongings belongings;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Programs programs;

    @Autowired
    private Templates templates;

    @Autowired
    private Members people;

    @Autowired
    private CampaignConsequences letters;

    @Autowired
    private ChannelFixture channels;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        program = members.program(null);
    }

    @Test
    void colleaguesGetOneLetterForAllWhoCameAtTheSameTime() {
        var email = "team-%d@example.org".formatted(program.key());
        accounts.create(Actor.SYSTEM, new NewAccount(email, "Team", Rights.in(program.key(), Role.MANAGER)));
        var id = fixture.on(
                program, definition(to(INVITED), EACH_TIME, new Action.Notify(Act.MANAGE, "Look here", "It is time.")));
        members.members(program, 25, INVITED);
        fixture.work(program);

        var body = jdbc.sql("""
            select l.body from letter l where l.campaign_id = :id and l.subject = 'Look here'
                and l.account_key = (select 'account:' || a.id from account a where a.email = :email)\
            """)
                .param("id", id)
                .param("email", email)
                .query(String.class)
                .single();
        assertThat(body)
                .startsWith("It is time.\n\nSpring launch: 25 members\n- First")
                .contains("and 5 more", "/programs/" + program.key() + "/members");
    }

    @Test
    void aStatusThatWasHiddenSinceIsRefusedAndAProblem() {
        var channel = channels.channel();
        program = channels.programIn(channel, null);
        var other = channels.programIn(channel, null);
        var give = definition(to(INVITED), EACH_TIME, new Action.ChangeStatus("WAITLISTED", ""));
        var add = definition(to(INVITED), EACH_TIME, new Action.AddToProgram(other.key(), "WAITLISTED"));
        var id = fixture.on(program, give);
        channels.hide(channel, WAITLISTED);
        members.members(program, 2, INVITED);
        fixture.work(program);

        assertThat(fixture.tally(id)).isEqualTo(Map.of("0 REFUSED HIDDEN", 2L));
        for (var definition : List.of(give, add)) {
            assertThat(campaigns.problems(program, definition))
                    .extracting(CampaignProblem::message)
                    .containsExactly("campaign.problem.hidden");
        }
        channels.remove(List.of(channel));
    }

    @Test
    void peopleAreAddedToAnotherProgramByWhoManagesItToo() {
        var other = members.program(1);
        var add = definition(to(INVITED), EACH_TIME, new Action.AddToProgram(other.key(), "REGISTERED"));
        var id = fixture.on(program, add);
        members.members(program, 2, INVITED);
        fixture.work(program);

        assertThat(members.counted(other)).isEqualTo(Map.of("REGISTERED", 1L));
        assertThat(fixture.tally(id)).isEqualTo(Map.of("0 DONE", 1L, "0 REFUSED PROGRAM_FULL", 1L));

        var stranger = accounts.create(
                        Actor.SYSTEM,
                        new NewAccount(
                                "only-%d@example.org".formatted(program.key()),
                                "Only",
                                Rights.in(program.key(), Role.MANAGER)))
                .actor();
        var mine = campaigns.create(program, "Mine", add, stranger);
        assertThat(campaigns.switchOn(program, mine, stranger))
                .extracting(CampaignProblem::message)
                .containsExactly("campaign.problem.other-program");
    }

    /** Half past two is there twice, or not at all, in the nights in which the clocks are changed. */
    @Test
    void aWaitUntilATimeThatIsPastIsNone() {
        var berlin = ZoneId.of("Europe/Berlin");
        clock.set(Instant.parse("2026-10-24T22:00:00Z"));
        var overlap = new Action.WaitUntil(LocalDateTime.of(2026, 10, 25, 2, 30), berlin);
        var past = new Action.WaitUntil(LocalDateTime.of(2026, 10, 1, 2, 30), berlin);
        var id = fixture.on(
                program,
                definition(to(INVITED), EACH_TIME, past, overlap, CampaignFixture.mail(fixture.template(program))));
        members.member(program, INVITED);
        fixture.work(program);
        clock.set(Instant.parse("2026-10-25T00:29:59Z"));
        fixture.work(program);
        assertThat(fixture.letters(id)).isZero();
        clock.set(Instant.parse("2026-10-25T00:30:00Z"));
        fixture.work(program);
        clock.set(Instant.parse("2026-10-25T01:30:00Z"));
        fixture.work(program);
        assertThat(fixture.letters(id)).isEqualTo(1);
    }

    @Test
    void whatCannotWorkIsSaid() {
        var all = definition(
                to(REJECTED),
                new Again(Again.Often.DAYS, 0, null),
                new Action.ChangeStatus("NOWHERE", ""),
                new Action.ChangeStatus("REJECTED", " "),
                new Action.SendMail(-1),
                new Action.WaitFor(0, Unit.DAYS),
                new Action.CallWebhook(-1),
                new Action.AddToProgram(program.key(), "INVITED"),
                new Action.RequestCampaign(-1),
                new Action.Notify(Act.MANAGE, "", ""));
        assertThat(campaigns.problems(program, all))
                .extracting(problem -> problem.step() + " " + problem.message())
                .containsExactly(
                        "-1 campaign.problem.days",
                        "0 campaign.problem.status",
                        "1 campaign.problem.reason",
                        "2 campaign.problem.template",
                        "3 campaign.problem.wait",
                        "4 campaign.problem.webhook",
                        "5 campaign.problem.program",
                        "6 campaign.problem.campaign",
                        "7 campaign.problem.subject");
    }

    @Test
    void theResultsTheTimelineAndThePreviewTellOfIt() {
        var waiting = definition(
                to(INVITED), EACH_TIME, new Action.Nothing(), new Action.WaitFor(1, Unit.DAYS), new Action.Remove());
        var id = fixture.on(program, waiting);
        var some = members.members(program, 3, INVITED);
        fixture.work(program);
        clock.advance(Duration.ofSeconds(1));
        fixture.ask(program, StatusCode.NOT_IN_PROGRAM, some.getFirst());
        fixture.work(program);
        clock.advance(Duration.ofDays(1));
        var campaign = campaigns.find(program.key(), id).orElseThrow();

        assertThat(reads.lagSeconds(program.key())).isEqualTo(1);
        assertThat(reads.states(program.key()).get(id)).isEqualTo(Map.of(EntryState.GOING, 2L, EntryState.LEFT, 1L));
        assertThat(reads.steps(campaign))
                .extracting(step -> step.entered() + " " + step.waiting())
                .containsExactly("3 0", "3 0", "3 2");
        assertThat(reads.entries(campaign, EntryState.LEFT, null, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.member().memberId()).isEqualTo(some.getFirst()));
        assertThat(reads.entries(campaign, null, null, 2)).hasSize(2);
        assertThat(timeline.about(some.getFirst()))
                .extracting(one -> one.message())
                .containsExactly("campaign.timeline.came", "campaign.timeline.LEFT");
        var person = jdbc.sql("select person_id from member where id = :id")
                .param("id", some.getFirst())
                .query(Long.class)
                .single();
        assertThat(belongings.about(Set.of(person), Set.of()).getFirst().entries())
                .singleElement()
                .satisfies(one -> assertThat(one.values()).containsEntry("state", "LEFT"));
    }

    @Test
    void theCalendarTellsWhatWentOutAndWhatWill() {
        var send = CampaignFixture.mail(fixture.template(program));
        fixture.on(program, definition(to(INVITED), EACH_TIME, new Action.WaitFor(1, Unit.DAYS), send));
        members.members(program, 3, INVITED);
        fixture.work(program);
        var around = new Trigger.Around(new EventTime(EventTime.Point.START, EventTime.Side.BEFORE, 1, Unit.HOURS));
        var id = fixture.on(program, definition(around, EACH_TIME, send));
        campaigns.run(program, id, Actor.SYSTEM);

        assertThat(reads.calendar(program))
                .extracting(one -> one.at() + " " + one.members() + " " + one.done())
                .containsExactly(
                        TestClock.START + " 3 true",
                        TestClock.START.plus(Duration.ofDays(1)) + " 3 false",
                        program.startsAt().minus(Duration.ofHours(1)) + " 3 false");
    }

    @Test
    void aChangeSaysBeforehandWhichCampaignsItBringsPeopleInto() {
        fixture.on(program, definition(to(INVITED), EACH_TIME, new Action.Remove()));
        fixture.on(program, definition(new Trigger.RegistrationAccepted(), EACH_TIME, new Action.Remove()));
        fixture.on(
                program, definition(CampaignFixture.by(rollcall.member.Cause.IMPORT), EACH_TIME, new Action.Remove()));

        assertThat(caused(INVITED, Map.of(NOT_IN_PROGRAM, 41L)))
                .containsExactly(new Consequences.Consequence("campaign.consequence", List.of(41L, "Campaign", 0)));
        assertThat(caused(REGISTERED, Map.of(INVITED, 40L, WAITLISTED, 1L)))
                .containsExactly(
                        new Consequences.Consequence("campaign.consequence.accepted", List.of(41L, "Campaign", 0)));
        assertThat(caused(REJECTED, Map.of(INVITED, 41L))).isEmpty();
        assertThat(consequences.ofCorrection(program, List.of(-2L, -1L), 1)).hasSize(1);
    }

    @Test
    void aChangeNamesTheMailThatFollowsFromItAndCountsOnlyThoseWhoComeFromWhereTheTriggerAsks() {
        fixture.on(
                program,
                definition(
                        new Trigger.StatusChanged(
                                CampaignFixture.keys(WAITLISTED), CampaignFixture.keys(REGISTERED), Set.of(), ""),
                        EACH_TIME,
                        CampaignFixture.mail(fixture.template(program))));

        assertThat(caused(REGISTERED, Map.of(INVITED, 3L, WAITLISTED, 2L)))
                .containsExactly(
                        new Consequences.Consequence("campaign.consequence.mail", List.of(2L, "Confirmation", 0)));
        assertThat(caused(REGISTERED, Map.of(INVITED, 3L))).isEmpty();
    }

    @Test
    void whoCannotGetTheMailIsNotCountedAndItIsSaidWhy() {
        var mail = CampaignFixture.mail(fixture.template(program));
        fixture.on(program, definition(to(REGISTERED), EACH_TIME, mail));
        var waiting = members.members(program, 4, WAITLISTED);
        suppress(waiting.get(0), "BOUNCED");
        suppress(waiting.get(0), "UNSUBSCRIBED");
        suppress(waiting.get(1), "BLOCKED");
        suppress(waiting.get(2), "UNSUBSCRIBED"); // which does not matter to a confirmation
        var channel = programs.channelOf(program);

        assertThat(consequences.of(program, channel.status(REGISTERED), Map.of(channel.status(WAITLISTED), waiting)))
                .containsExactly(
                        new Consequences.Consequence("campaign.consequence.mail", List.of(2L, "Confirmation", 0)),
                        new Consequences.Consequence(
                                "campaign.consequence.without.BLOCKED", List.of(1L, "Confirmation")),
                        new Consequences.Consequence(
                                "campaign.consequence.without.BOUNCED", List.of(1L, "Confirmation")));
    }

    private void suppress(long member, String reason) {
        jdbc.sql("""
            insert into suppression (email_key, reason, email, words, bounces, actor_key, actor_name, since)
            select p.email_key, :reason, p.email, '', 0, 'system', 'Rollcall', current_timestamp
            from member m join person p on p.id = m.person_id where m.id = :member\
            """).param("reason", reason).param("member", member).update();
    }

    @Test
    void theMailThatFollowsCanBeReadBeforehandWithTheReason() {
        var template =
                templates.recipe(program.key(), "REJECTION").orElseThrow().id();
        fixture.on(program, definition(to(REJECTED), EACH_TIME, CampaignFixture.mail(template)));
        var member = people.require(program, members.member(program, INVITED));
        var rejected = programs.channelOf(program).status(REJECTED);

        assertThat(letters.of(program, member, rejected, "It is for partners only."))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.subject()).contains("Spring launch");
                    assertThat(letter.text()).contains("It is for partners only.");
                });
        assertThat(letters.of(program, member, programs.channelOf(program).status(REGISTERED), ""))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from letter where member_id = :member")
                        .param("member", member.id())
                        .query(Long.class)
                        .single())
                .as("nothing is written")
                .isZero();
    }

    private List<Consequences.Consequence> caused(StatusCode to, Map<StatusCode, Long> from) {
        var channel = programs.channelOf(program);
        var changing = new HashMap<Status, List<Long>>();
        from.forEach((code, count) -> changing.put(
                channel.status(code), LongStream.range(-count, 0).boxed().toList()));
        return consequences.of(program, channel.status(to), changing);
    }

    @Test
    void aCloneHasItsModelsCampaignsWithItsOwnLetters() {
        var id = campaigns.create(
                program,
                "Own",
                definition(to(INVITED), EACH_TIME, new Action.SendMail(fixture.template(program))),
                Actor.SYSTEM);
        campaigns.create(
                program, "Asks", definition(to(REJECTED), EACH_TIME, new Action.RequestCampaign(id)), Actor.SYSTEM);
        campaigns.switchOnRecipes(program, Actor.SYSTEM);

        var clone = programs.cloneOf(Actor.SYSTEM, program.key(), rollcall.program.Plans.named("Clone"));

        var copies = campaigns.of(clone.key());
        assertThat(copies)
                .hasSameSizeAs(campaigns.of(program.key()))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(CampaignState.OFF));
        var own = copies.stream()
                .filter(one -> one.name().equals("Own"))
                .findFirst()
                .orElseThrow();
        assertThat(own.definition().steps().getFirst().otherwise())
                .isEqualTo(new Action.SendMail(fixture.template(clone)));
        var asks = copies.stream()
                .filter(one -> one.name().equals("Asks"))
                .findFirst()
                .orElseThrow();
        assertThat(asks.definition().steps().getFirst().otherwise()).isEqualTo(new Action.RequestCampaign(own.id()));
    }

    @Test
    void everythingOfADefinitionIsReadAsItWasWritten() {
        for (var recipe : Recipe.values()) {
            var one = recipe.sendsMail() ? recipe.sending(5) : recipe.telling("s", "t");
            assertThat(Definitions.read(Definitions.write(one))).isEqualTo(one);
        }
    }
}
