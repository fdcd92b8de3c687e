package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignFixture.EACH_TIME;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.campaign.CampaignReads.RunLine;
import rollcall.campaign.EventTime.Point;
import rollcall.campaign.EventTime.Side;
import rollcall.campaign.EventTime.Unit;
import rollcall.member.MembersFixture;
import rollcall.member.ReasonWords;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.testing.TestClock;

/** Campaigns by the clock: once for each time, whatever the clocks, the nodes and the event do. */
abstract class RunsTests extends EmptyFeed {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Action ANYTHING = new Action.Remove();
    private static final EventTime DAY_BEFORE = new EventTime(Point.START, Side.BEFORE, 1, Unit.DAYS);

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private ReasonWords reasons;

    @Autowired
    private CampaignReads reads;

    @Autowired
    private Runs runs;

    @Autowired
    private RunRows rows;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Programs programs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        program = members.program(null);
        members.members(program, 2, INVITED);
    }

    private long daily(LocalTime time) {
        return fixture.on(
                program,
                new Definition(
                        List.of(),
                        new Schedule.Daily(time, BERLIN),
                        Audience.EVERYBODY,
                        List.of(Step.of(ANYTHING)),
                        EACH_TIME,
                        50));
    }

    private long around(EventTime time, Action... actions) {
        return fixture.on(program, CampaignFixture.definition(new Trigger.Around(time), EACH_TIME, actions));
    }

    private List<RunLine> runsOf(long id) {
        return reads.runs(campaigns.find(program.key(), id).orElseThrow(), 100);
    }

    private long entries(long id) {
        return jdbc.sql("select count(*) from campaign_entry where campaign_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** One statement must not take for ever, so very many come in by several: those who wait first, and each once. */
    @Test
    void moreThanOneStatementTakesComeInOnceAndInTheirOrder() {
        var waiting = members.member(program, WAITLISTED);
        members.members(program, 5, INVITED);
        var id = fixture.on(program, CampaignFixture.batch(Audience.EVERYBODY, EACH_TIME, ANYTHING));
        var campaign = campaigns.find(program.key(), id).orElseThrow();
        var run = rows.insert(campaign, clock.instant(), Actor.SYSTEM, false, clock.instant());

        assertThat(new Intake(jdbc, events, reasons, 3).byRun(campaign, program, run, clock.instant()))
                .isEqualTo(8);

        assertThat(jdbc.sql("select member_id from campaign_entry where campaign_id = :id order by id")
                        .param("id", id)
                        .query(Long.class)
                        .list())
                .hasSize(8)
                .doesNotHaveDuplicates()
                .startsWith(waiting);
    }

    /** Every quarter of an hour through the night in which the clocks are changed, and the day after. */
    @ParameterizedTest
    @CsvSource({"2027-03-27T22:00:00Z, 2027-03-28T01:30:00Z", "2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z"})
    void aTimeInTheGapOrInTheOverlapRunsOnce(Instant evening, Instant run) {
        clock.set(evening);
        var id = daily(LocalTime.of(2, 30));
        for (int i = 0; i < 4 * 12; i++) {
            clock.advance(Duration.ofMinutes(15));
            runs.startDue();
            runs.startDue();
        }
        assertThat(runsOf(id)).extracting(RunLine::plannedAt).containsExactly(run);
        assertThat(entries(id)).isEqualTo(2);
    }

    @Test
    void whatWasMissedForLessThanADayIsMadeUpForOnce() {
        var id = daily(LocalTime.of(12, 0));
        clock.set(Instant.parse("2026-03-05T10:59:59Z")); // three noons have passed, the last nearly a day ago
        runs.startDue();
        assertThat(runsOf(id))
                .extracting(RunLine::plannedAt, RunLine::missed, RunLine::entered)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Instant.parse("2026-03-04T11:00:00Z"), false, 2));
        assertThat(campaigns.find(program.key(), id).orElseThrow().nextRunAt())
                .isEqualTo(Instant.parse("2026-03-05T11:00:00Z"));
    }

    @Test
    void whatWasMissedForLongerIsSaidInstead() {
        var id = fixture.on(
                program,
                new Definition(
                        List.of(),
                        new Schedule.At(java.time.LocalDateTime.of(2026, 3, 2, 12, 0), BERLIN),
                        Audience.EVERYBODY,
                        List.of(Step.of(ANYTHING)),
                        EACH_TIME,
                        50));
        clock.set(Instant.parse("2026-03-03T11:00:00Z"));
        runs.startDue();
        assertThat(runsOf(id)).extracting(RunLine::missed).containsExactly(true);
        assertThat(entries(id)).isZero();
        assertThat(campaigns.find(program.key(), id).orElseThrow().nextRunAt()).isNull();
    }

    /** The event is at ten in the morning: half of the day before it is over at ten in the evening. */
    @Test
    void aReminderThatWouldNotBeTrueAnyMoreIsNotSent() {
        var made = around(DAY_BEFORE, ANYTHING);
        clock.set(program.startsAt().minus(Duration.ofHours(12)).minusSeconds(1));
        runs.startDue();
        assertThat(entries(made)).isEqualTo(2);

        var late = around(new EventTime(Point.START, Side.BEFORE, 1, Unit.HOURS), ANYTHING);
        clock.set(program.startsAt().minus(Duration.ofMinutes(30)));
        runs.startDue();
        assertThat(entries(late)).isZero();
        assertThat(runsOf(late)).extracting(RunLine::missed).containsExactly(true);
    }

    /** Nobody was there from the day before until shortly before the start: neither sentence is true. */
    @Test
    void afterAnOutageNothingIsRemindedOfThatIsNotTrueAnyMore() {
        var id = fixture.on(
                program,
                new Definition(
                        List.of(
                                new Trigger.Around(DAY_BEFORE),
                                new Trigger.Around(new EventTime(Point.START, Side.BEFORE, 1, Unit.HOURS))),
                        null,
                        Audience.EVERYBODY,
                        List.of(Step.of(ANYTHING)),
                        EACH_TIME,
                        50));
        clock.set(program.startsAt().minus(Duration.ofMinutes(10)));
        runs.startDue();
        assertThat(entries(id)).isZero();
        assertThat(runsOf(id))
                .extracting(RunLine::plannedAt, RunLine::missed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(program.startsAt().minus(Duration.ofHours(1)), true));
    }

    /** Noon of the day before is not too late, though a reminder that was planned after it is. */
    @Test
    void whatStillMakesSenseIsMadeUpForBesideWhatDoesNot() {
        var id = fixture.on(
                program,
                new Definition(
                        List.of(new Trigger.Around(new EventTime(Point.START, Side.BEFORE, 1, Unit.HOURS))),
                        new Schedule.Daily(LocalTime.of(12, 0), BERLIN),
                        Audience.EVERYBODY,
                        List.of(Step.of(ANYTHING)),
                        EACH_TIME,
                        50));
        clock.set(program.startsAt().minus(Duration.ofMinutes(10)));
        runs.startDue();
        assertThat(runsOf(id))
                .extracting(RunLine::plannedAt, RunLine::missed, RunLine::entered)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(program.startsAt().minus(Duration.ofHours(1)), true, 0),
                        org.assertj.core.groups.Tuple.tuple(program.startsAt().minus(Duration.ofHours(22)), false, 2));
    }

    @Test
    void whatPassedBeforeItWasSwitchedOnDoesNotRun() {
        clock.set(program.startsAt().minus(Duration.ofHours(23)));
        var id = around(DAY_BEFORE, ANYTHING);
        clock.advance(Duration.ofMinutes(5));
        runs.startDue();
        assertThat(runsOf(id)).isEmpty();
    }

    private void move(Duration later) {
        program = programs.get(program.key());
        programs.edit(
                Actor.SYSTEM,
                program.key(),
                program.version(),
                new ProgramPlan(
                        program.name(),
                        "",
                        program.startsAt().plus(later),
                        program.endsAt().plus(later),
                        program.zoneId(),
                        null,
                        false,
                        true,
                        false,
                        null));
        program = programs.get(program.key());
    }

    @Test
    void anEventThatIsMovedIsRemindedOfAgainAndNotAtTheOldTime() {
        var id = around(DAY_BEFORE, ANYTHING);
        clock.set(program.startsAt().minus(Duration.ofDays(1)));
        runs.startDue();
        assertThat(entries(id)).isEqualTo(2);

        move(Duration.ofDays(10));
        fixture.work(program);
        clock.set(program.startsAt().minus(Duration.ofDays(1)));
        runs.startDue();
        runs.startDue();
        assertThat(entries(id)).isEqualTo(4);
    }

    /** The feed is late, and the clock has come to the old time. */
    @Test
    void theOldTimeDoesNotRunBeforeTheMoveWasHeardOf() {
        var id = around(DAY_BEFORE, ANYTHING);
        move(Duration.ofDays(10));
        clock.set(program.startsAt().minus(Duration.ofDays(11)));
        runs.startDue();
        assertThat(entries(id)).isZero();
        clock.set(program.startsAt().minus(Duration.ofDays(1)));
        runs.startDue();
        assertThat(entries(id)).isEqualTo(2);
    }

    @Test
    void whoWaitsForTheEventWaitsAlongWhenItIsMoved() {
        var wait = new Action.WaitAround(DAY_BEFORE);
        var id = fixture.on(
                program,
                CampaignFixture.definition(
                        CampaignFixture.to(INVITED), EACH_TIME, wait, CampaignFixture.mail(fixture.template(program))));
        members.member(program, INVITED);
        fixture.work(program);
        var old = program.startsAt();
        move(Duration.ofDays(2));
        fixture.work(program);
        clock.set(old.minusSeconds(1));
        fixture.work(program);
        assertThat(fixture.letters(id)).isZero();

        move(Duration.ofDays(-3)); // the day before has passed by now
        fixture.work(program);
        assertThat(fixture.letters(id)).isEqualTo(1);
    }

    @Test
    void anArchivedProgramDoesNotRun() {
        var id = around(DAY_BEFORE, ANYTHING);
        programs.archive(Actor.SYSTEM, program.key());
        clock.set(program.startsAt().minus(Duration.ofDays(1)));
        runs.startDue();
        assertThat(entries(id)).isZero();
    }

    @Test
    void twoNodesThatComeAtTheSameTimeStartOneRun() throws Exception {
        var id = around(DAY_BEFORE, ANYTHING);
        clock.set(program.startsAt().minus(Duration.ofDays(1)));
        Together.run(4, runs::startDue);
        assertThat(runsOf(id)).hasSize(1);
        assertThat(entries(id)).isEqualTo(2);
    }
}
