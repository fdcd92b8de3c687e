package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static rollcall.provider.RefreshFixture.came;
import static rollcall.provider.RefreshFixture.registrant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.job.Job;
import rollcall.job.JobRunner;
import rollcall.job.JobState;
import rollcall.job.Jobs;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.person.Erasures;
import rollcall.person.Merges;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

abstract class RefreshesTests {

    @Autowired
    private RefreshFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Refreshes refreshes;

    @Autowired
    private RefreshRows rows;

    @Autowired
    private RefreshWorker worker;

    @Autowired
    private KeptTimeline timeline;

    @Autowired
    private WebinarRows webinars;

    @Autowired
    private Programs programs;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private People people;

    @Autowired
    private Merges merges;

    @Autowired
    private Erasures erasures;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private ScriptedReport.Script script;

    @BeforeEach
    void begin() {
        program = fixture.program();
        script = fixture.script(program);
    }

    private void afterTheEnd(Duration later) {
        clock.set(program.endsAt().plus(later));
    }

    @Test
    void attendanceComesBackThroughTheOneDoor() {
        var live = fixture.registered(program);
        var onDemand = fixture.registered(program);
        var both = fixture.registered(program);
        var absent = fixture.registered(program);
        var invited = members.member(program, StatusCode.INVITED);
        script.live.add(came(live, program, 52));
        script.live.add(came(both, program, 10));
        script.live.add(came(invited, program, 5));
        script.onDemand.add(came(onDemand, program, 31));
        script.onDemand.add(came(both, program, 7));
        afterTheEnd(Duration.ofHours(1));

        var refresh = fixture.run(program);

        assertThat(refresh)
                .returns(JobState.DONE, Refresh::endState)
                .returns(NoShows.MARKED, Refresh::noShows)
                .returns(3, Refresh::live)
                .returns(2, Refresh::onDemand)
                .returns(true, Refresh::complete)
                .returns(0, Refresh::unmatched);
        assertThat(fixture.counts(refresh))
                .isEqualTo(Map.of(
                        "CHANGED INVITED→ATTENDED", 1,
                        "CHANGED REGISTERED→ATTENDED", 2,
                        "CHANGED REGISTERED→ATTENDED_ON_DEMAND", 1,
                        "CHANGED REGISTERED→NO_SHOW", 1));
        assertThat(fixture.lastChange(live)).isEqualTo("ATTENDED (52 min) system PROVIDER");
        assertThat(fixture.lastChange(onDemand)).isEqualTo("ATTENDED_ON_DEMAND (31 min) system PROVIDER");
        assertThat(fixture.lastChange(absent)).isEqualTo("NO_SHOW () system PROVIDER");
        assertThat(fixture.minutes(both)).containsExactly(10, 7);
        assertThat(changedAt(live)).isEqualTo(program.startsAt().plusSeconds(60));
        assertThat(changedAt(absent)).isEqualTo(program.endsAt());
        assertThat(script.calls).containsExactly("describe", "registrants", "live", "on-demand");
        assertThat(fixture.findings(refresh))
                .as("personal data that is not needed any more")
                .isZero();
        assertThat(jobs.find(refresh.jobId()).orElseThrow())
                .returns(10L, Job::done)
                .returns(10L, Job::total);
    }

    private Instant changedAt(long member) {
        return jdbc.sql("select changed_at from member where id = :id")
                .param("id", member)
                .query((row, n) -> WebinarRows.instant(row, "changed_at"))
                .single();
    }

    @Test
    void theSecondRefreshChangesNothing() {
        var live = fixture.registered(program);
        var absent = fixture.registered(program);
        script.live.add(came(live, program, 52));
        script.live.add(came("x", "stranger@example.org", "A Stranger", program, 12));
        afterTheEnd(Duration.ofHours(1));
        fixture.run(program);
        clock.advance(Duration.ofHours(1));

        var again = fixture.run(program);

        assertThat(fixture.counts(again)).isEqualTo(Map.of("THERE ATTENDED→ATTENDED", 1));
        assertThat(members.history(live)).containsExactly("-→REGISTERED", "REGISTERED→ATTENDED");
        assertThat(members.history(absent)).containsExactly("-→REGISTERED", "REGISTERED→NO_SHOW");
        assertThat(fixture.unmatched(program)).containsExactly("A Stranger 720 - OPEN");
        assertThat(changeSetsOf(again)).isZero();
    }

    private int changeSetsOf(Refresh refresh) {
        return jdbc.sql("select count(*) from change_set where job_id = :job")
                .param("job", refresh.jobId())
                .query(Integer.class)
                .single();
    }

    @Test
    void peopleAreFoundByOurIdThenTheirsThenTheAddressAndNeverByName() {
        var byOurs = fixture.registered(program);
        var byTheirs = fixture.registered(program);
        var byAddress = fixture.registered(program);
        var elsewhere = fixture.registered(fixture.program());
        var wrong = fixture.emailOf(byAddress);
        script.live.add(new AttendanceRecord(byOurs, "other", wrong, "", null, Duration.ofMinutes(1)));
        script.live.add(came("r-" + byTheirs, wrong, "", program, 2));
        script.live.add(came(null, fixture.emailOf(byAddress).toUpperCase(java.util.Locale.ROOT), "", program, 3));
        script.live.add(new AttendanceRecord(elsewhere, "e", "", "First0 Last0", null, Duration.ofMinutes(4)));
        afterTheEnd(Duration.ofHours(1));

        var refresh = fixture.run(program);

        assertThat(fixture.minutes(byOurs)).containsExactly(1, null);
        assertThat(fixture.minutes(byTheirs)).containsExactly(2, null);
        assertThat(fixture.minutes(byAddress)).containsExactly(3, null);
        assertThat(members.statusOf(elsewhere)).isEqualTo("REGISTERED");
        assertThat(refresh.unmatched()).isEqualTo(1);
        assertThat(fixture.unmatched(program)).containsExactly("First0 Last0 240 - OPEN");
    }

    @Test
    void whatIsSaidOfARecordThatWasMergedIsSaidOfTheOneThatStayed() {
        var stays = fixture.registered(program);
        var aside = fixture.registered(program);
        var late = fixture.registered(program);
        var lateAside = fixture.registered(program);
        var byAddress = fixture.emailOf(lateAside);
        merge(aside, stays);
        merge(lateAside, late);
        script.live.add(came(aside, program, 52));
        script.onDemand.add(came(null, byAddress, "", program, 3));
        afterTheEnd(Duration.ofHours(1));

        var refresh = fixture.run(program);

        assertThat(members.statusOf(stays)).isEqualTo("ATTENDED");
        assertThat(members.statusOf(late)).isEqualTo("ATTENDED_ON_DEMAND");
        assertThat(fixture.minutes(stays)).containsExactly(52, null);
        assertThat(fixture.minutes(aside)).containsExactly(null, null);
        assertThat(fixture.counts(refresh))
                .isEqualTo(Map.of("CHANGED REGISTERED→ATTENDED", 1, "CHANGED REGISTERED→ATTENDED_ON_DEMAND", 1));
    }

    private void merge(long aside, long stays) {
        changes.change(members.ask(program, StatusCode.NOT_IN_PROGRAM), aside);
        var into = person(stays);
        merges.merge(person(aside), into, into.details());
    }

    private Person person(long member) {
        return people.byEmail(fixture.emailOf(member)).orElseThrow();
    }

    @Test
    void whoWasErasedStaysErasedWhateverIsReported() {
        var erased = fixture.registered(program);
        changes.change(members.ask(program, StatusCode.NOT_IN_PROGRAM), erased);
        erasures.erase(person(erased).id(), "erased");
        script.live.add(came(erased, program, 52));
        afterTheEnd(Duration.ofHours(1));

        var preview = fixture.run(program, RefreshOrder.preview(Actor.SYSTEM, null));
        var refresh = fixture.run(program);

        assertThat(fixture.counts(refresh)).isEqualTo(Map.of("CLOSED NOT_IN_PROGRAM→ATTENDED", 1));
        assertThat(fixture.counts(preview)).isEqualTo(fixture.counts(refresh));
        assertThat(fixture.minutes(erased)).containsExactly(null, null);
    }

    @Test
    void nobodyIsMarkedAbsentByAnEmptyReportUnlessSomebodySaysSo() {
        var absent = fixture.registered(program);
        afterTheEnd(Duration.ofHours(1));

        assertThat(fixture.run(program)).returns(NoShows.NOBODY_CAME, Refresh::noShows);
        assertThat(members.statusOf(absent)).isEqualTo("REGISTERED");

        assertThat(fixture.run(program, RefreshOrder.nobodyCame(Actor.SYSTEM, null)))
                .returns(NoShows.MARKED, Refresh::noShows);
        assertThat(members.statusOf(absent)).isEqualTo("NO_SHOW");
    }

    @Test
    void nobodyIsMarkedAbsentBeforeTheReportIsWhole() {
        var came = fixture.registered(program);
        var absent = fixture.registered(program);
        script.live.add(came(came, program, 5));
        script.complete = false;
        afterTheEnd(Duration.ofHours(1));

        assertThat(fixture.run(program)).returns(NoShows.INCOMPLETE, Refresh::noShows);
        assertThat(members.statusOf(came)).isEqualTo("ATTENDED");
        assertThat(members.statusOf(absent)).isEqualTo("REGISTERED");

        script.complete = true;
        afterTheEnd(Duration.ofMinutes(29));
        assertThat(fixture.run(program)).returns(NoShows.TOO_SOON, Refresh::noShows);
        assertThat(members.statusOf(absent)).isEqualTo("REGISTERED");
    }

    @Test
    void nothingOfAnEventThatIsNotOverIsTakenForAttendance() {
        var early = fixture.registered(program);
        script.live.add(came(early, program, 5));
        script.state = EventDetails.State.LIVE;
        afterTheEnd(Duration.ofHours(1));

        assertThat(fixture.run(program))
                .returns(NoShows.NOT_ENDED, Refresh::noShows)
                .returns(0, Refresh::live);
        assertThat(script.calls).containsExactly("describe", "registrants");
        assertThat(members.statusOf(early)).isEqualTo("REGISTERED");
    }

    @Test
    void whoCameInAfterTheEndOrWaitsOrIsInErrorIsNoNoShow() {
        var came = fixture.registered(program);
        script.live.add(came(came, program, 5));
        var late = fixture.registered(program);
        fixture.accepted(program, late, program.endsAt());
        var error = fixture.registered(program);
        changes.change(members.ask(program, StatusCode.REGISTRATION_ERROR), error);
        var invited = members.member(program, StatusCode.INVITED);
        afterTheEnd(Duration.ofHours(1));

        fixture.run(program);

        assertThat(members.counted(program))
                .isEqualTo(Map.of("ATTENDED", 1L, "REGISTERED", 1L, "REGISTRATION_ERROR", 1L, "INVITED", 1L));
        assertThat(members.statusOf(late)).isEqualTo("REGISTERED");
        assertThat(members.statusOf(error)).isEqualTo("REGISTRATION_ERROR");
        assertThat(members.statusOf(invited)).isEqualTo("INVITED");
    }

    @Test
    void lateNewsLiftButNothingIsLowered() {
        var noShow = fixture.registered(program);
        var other = fixture.registered(program);
        script.live.add(came(other, program, 5));
        afterTheEnd(Duration.ofHours(1));
        fixture.run(program);
        assertThat(members.statusOf(noShow)).isEqualTo("NO_SHOW");

        script.onDemand.add(came(noShow, program, 9));
        fixture.run(program);
        assertThat(members.statusOf(noShow)).isEqualTo("ATTENDED_ON_DEMAND");

        script.live.add(came(noShow, program, 3));
        fixture.run(program);
        assertThat(members.statusOf(noShow)).isEqualTo("ATTENDED");

        script.live.clear();
        script.live.add(came(other, program, 5));
        var last = fixture.run(program);
        assertThat(members.statusOf(noShow)).isEqualTo("ATTENDED");
        assertThat(fixture.counts(last)).containsEntry("FURTHER ATTENDED→ATTENDED_ON_DEMAND", 1);
        assertThat(changeSetsOf(last))
                .as("for the list of those who were not lowered")
                .isEqualTo(1);
    }

    @Test
    void whoWasDeniedOrCancelledAtTheProviderIsToldFromAnOlderRegistration() {
        var before = program.startsAt().minus(Duration.ofDays(2));
        var after = program.startsAt().minus(Duration.ofHours(1));
        var denied = fixture.registered(program);
        var cancelled = fixture.registered(program);
        var older = fixture.registered(program);
        var otherId = fixture.registered(program);
        var open = fixture.registered(program);
        script.registrants.add(registrant(denied, Registrant.State.DENIED, "Competitors are not let in.", after));
        script.registrants.add(registrant(cancelled, Registrant.State.CANCELLED, "", after));
        script.registrants.add(registrant(older, Registrant.State.CANCELLED, "", before));
        script.registrants.add(
                new Registrant(new RegistrantRef("old", ""), otherId, "", Registrant.State.CANCELLED, null, "", after));
        script.registrants.add(registrant(open, Registrant.State.DENIED, "", null));
        transaction.executeWithoutResult(status -> jdbc.sql("update member set delivery = 'RETRYING' where id = :id")
                .param("id", open)
                .update());
        script.state = EventDetails.State.SCHEDULED;

        fixture.run(program);

        assertThat(fixture.lastChange(denied))
                .isEqualTo("REGISTRATION_ERROR (Competitors are not let in.) system PROVIDER");
        assertThat(fixture.lastChange(cancelled)).isEqualTo("NOT_IN_PROGRAM ({CANCELLED}) system PROVIDER");
        assertThat(List.of(older, otherId, open))
                .allSatisfy(id -> assertThat(members.statusOf(id)).isEqualTo("REGISTERED"));
    }

    @Test
    void whoCancelledIsKeptAndFlaggedWhereTheProgramSaysSo() {
        webinars.set(program.key(), false, true);
        var cancelled = fixture.registered(program);
        script.registrants.add(
                registrant(cancelled, Registrant.State.CANCELLED, "Another date suits me better.", null));
        script.state = EventDetails.State.SCHEDULED;

        var refresh = fixture.run(program);

        assertThat(members.statusOf(cancelled)).isEqualTo("REGISTERED");
        assertThat(fixture.counts(refresh)).isEqualTo(Map.of("KEPT REGISTERED→NOT_IN_PROGRAM", 1));

        fixture.run(program);
        var came = fixture.registered(program);
        script.live.add(came(came, program, 52));
        script.state = EventDetails.State.ENDED;
        afterTheEnd(Duration.ofHours(1));

        var after = fixture.run(program);

        assertThat(members.statusOf(cancelled)).isEqualTo("NO_SHOW");
        assertThat(fixture.counts(after))
                .isEqualTo(Map.of(
                        "CHANGED REGISTERED→ATTENDED", 1,
                        "CHANGED REGISTERED→NO_SHOW", 1,
                        "KEPT REGISTERED→NOT_IN_PROGRAM", 1));
        assertThat(timeline.about(cancelled))
                .as("once, however often it is read")
                .extracting(entry -> entry.message() + " " + entry.arguments())
                .containsExactly("provider.timeline.KEPT [Another date suits me better.]");
        assertThat(timeline.about(came)).isEmpty();
    }

    @Test
    void whatAPersonDecidedSinceIsNotUndoneByTheSameReport() {
        var bot = fixture.registered(program);
        var gone = fixture.registered(program);
        script.live.add(came(bot, program, 5));
        script.live.add(came(gone, program, 5));
        afterTheEnd(Duration.ofHours(1));
        fixture.run(program);
        for (var id : List.of(bot, gone)) {
            changes.change(members.ask(program, StatusCode.NOT_IN_PROGRAM), id);
        }
        changes.change(members.ask(program, StatusCode.REGISTERED), bot);

        var again = fixture.run(program);

        assertThat(members.statusOf(bot)).isEqualTo("REGISTERED");
        assertThat(members.statusOf(gone)).isEqualTo("NOT_IN_PROGRAM");
        assertThat(fixture.counts(again))
                .isEqualTo(Map.of("DECIDED REGISTERED→ATTENDED", 1, "STAYS_OUT NOT_IN_PROGRAM→ATTENDED", 1));
    }

    @Test
    void aPreviewSaysWhatItWouldComeToAndWritesNothing() {
        var came = fixture.registered(program);
        fixture.registered(program);
        script.live.add(came(came, program, 5));
        script.live.add(came("x", "", "A Stranger", program, 5));
        afterTheEnd(Duration.ofHours(1));

        var preview = fixture.run(program, RefreshOrder.preview(Actor.SYSTEM, null));

        assertThat(fixture.counts(preview))
                .isEqualTo(Map.of("CHANGED REGISTERED→ATTENDED", 1, "CHANGED REGISTERED→NO_SHOW", 1));
        assertThat(preview).returns(1, Refresh::unmatched).returns(NoShows.MARKED, Refresh::noShows);
        assertThat(members.counted(program)).isEqualTo(Map.of("REGISTERED", 2L));
        assertThat(fixture.minutes(came)).containsOnlyNulls();
        assertThat(fixture.unmatched(program)).isEmpty();
        assertThat(changeSetsOf(preview)).isZero();
        assertThat(fixture.findings(preview)).isZero();
        assertThat(refreshes.overview(program.key()).last()).isNull();
    }

    @Test
    void halfAReportMarksNobodyAndTheFailureIsSaid() {
        var came = fixture.registered(program);
        var absent = fixture.registered(program);
        script.live.add(came(came, program, 5));
        script.live.add(came("x", "", "A Stranger", program, 5));
        script.pageSize = 1;
        script.failsAt = "live 1";
        var retryAt = program.endsAt().plus(Duration.ofHours(3));
        script.failures.add(new ProviderFailure.Throttled(retryAt, "Slow down, ada@example.org"));
        afterTheEnd(Duration.ofHours(1));

        var failed = fixture.run(program);

        assertThat(failed)
                .returns(JobState.FAILED, Refresh::endState)
                .returns(RefreshProblem.THROTTLED, Refresh::problem)
                .returns("Slow down, ada@example.org", Refresh::words)
                .returns(null, Refresh::noShows);
        assertThat(jobs.find(failed.jobId()).orElseThrow().problem()).isEqualTo("provider.refresh.problem.THROTTLED");
        assertThat(members.counted(program)).as("half a report says nothing").isEqualTo(Map.of("REGISTERED", 2L));
        assertThat(fixture.findings(failed)).isZero();

        assertThat(fixture.run(program)).returns(JobState.DONE, Refresh::endState);
        assertThat(members.statusOf(absent)).isEqualTo("NO_SHOW");
    }

    @Test
    void aReportThatNeverEndsIsGivenUp() {
        script.registrants.add(registrant(1, Registrant.State.APPROVED, "", null));
        script.endless = true;

        assertThat(fixture.run(program)).returns(RefreshProblem.ENDLESS, Refresh::problem);
        assertThat(script.calls).containsExactly("describe", "registrants", "registrants 0");
    }

    @Test
    void tenThousandAreBroughtBackInOneRefresh() {
        var all = members.members(program, 10_500, StatusCode.REGISTERED);
        jdbc.sql("update member set delivery = 'ACCEPTED', accepted_at = :at where program_id = :program")
                .param("at", java.sql.Timestamp.from(TestClock.START))
                .param("program", program.key())
                .update();
        all.subList(0, 10_000).forEach(id -> script.live.add(came(id, program, 5)));
        afterTheEnd(Duration.ofHours(1));

        var refresh = fixture.run(program);

        assertThat(members.counted(program)).isEqualTo(Map.of("ATTENDED", 10_000L, "NO_SHOW", 500L));
        assertThat(fixture.counts(refresh))
                .isEqualTo(Map.of("CHANGED REGISTERED→ATTENDED", 10_000, "CHANGED REGISTERED→NO_SHOW", 500));
        assertThat(changeSetsOf(refresh)).isEqualTo(11);
    }

    @Test
    void aRefreshThatWasKilledGoesOnWhereItWasAndDoublesNothing() {
        var all = members.members(program, 1_500, StatusCode.REGISTERED);
        all.forEach(id -> script.live.add(came(id, program, 5)));
        afterTheEnd(Duration.ofHours(1));
        var started = refreshes.start(program, RefreshOrder.now(Actor.SYSTEM, null));
        var killed = new ArrayList<String>();
        // After each chunk that was stored, the next one is done and lost, as by a process that was killed.
        while (jobs.find(started.jobId()).orElseThrow().resumePoint().startsWith("APPLY 0") || killed.size() < 6) {
            var job = jobs.find(started.jobId()).orElseThrow();
            var chunk = worker.prepare(job);
            transaction.executeWithoutResult(lost -> {
                chunk.of(job);
                lost.setRollbackOnly();
            });
            killed.add(job.resumePoint());
            transaction.executeWithoutResult(stored -> {
                var progress = worker.prepare(job).of(job);
                jdbc.sql("update job set done = :done, total = :total, resume_point = :point where id = :id")
                        .param("done", progress.done())
                        .param("total", progress.total())
                        .param("point", progress.resumePoint())
                        .param("id", job.id())
                        .update();
            });
        }
        assertThat(killed).containsExactly("", "REGISTRANTS ", "LIVE ", "LIVE 1000", "ON_DEMAND ", "MATCH ");

        runner.run(started.jobId());

        var refresh = rows.find(program.key(), started.refreshId()).orElseThrow();
        assertThat(refresh).returns(JobState.DONE, Refresh::endState).returns(1_500, Refresh::live);
        assertThat(fixture.counts(refresh)).isEqualTo(Map.of("CHANGED REGISTERED→ATTENDED", 1_500));
        assertThat(members.counted(program)).isEqualTo(Map.of("ATTENDED", 1_500L));
    }

    @Test
    void theSameClickAndASecondClickAnswerTheFirstRefresh() {
        var first = refreshes.start(program, RefreshOrder.now(Actor.SYSTEM, "click"));
        var same = refreshes.start(program, RefreshOrder.now(Actor.SYSTEM, "click"));
        var second = refreshes.start(program, RefreshOrder.now(Actor.SYSTEM, "another-click"));

        assertThat(first.fresh()).isTrue();
        assertThat(List.of(same.refreshId(), second.refreshId())).containsOnly(first.refreshId());
        assertThat(List.of(same.fresh(), second.fresh())).containsOnly(false);
        runner.run(first.jobId());
        assertThat(refreshes
                        .start(program, RefreshOrder.now(Actor.SYSTEM, "click"))
                        .refreshId())
                .as("even when it has ended")
                .isEqualTo(first.refreshId());
    }

    @Test
    void aProgramWithoutAProviderHasNothingToBringBack() {
        var byHand = members.program(null);
        assertThat(refreshes.overview(byHand.key())).isEqualTo(RefreshOverview.BY_HAND);
        assertThatThrownBy(() -> refreshes.start(byHand, RefreshOrder.now(Actor.SYSTEM, null)))
                .isInstanceOf(NoWebinar.class);
    }

    @Test
    void theNextTimeFollowsTheEnd() {
        assertThat(next()).isEqualTo(program.endsAt().plus(Duration.ofMinutes(30)));

        var moved = programs.edit(Actor.SYSTEM, program.key(), program.version(), later(Duration.ofDays(2)));
        assertThat(next()).isEqualTo(program.endsAt().plus(Duration.ofDays(2)).plus(Duration.ofMinutes(30)));

        var early = moved.endsAt().minus(Duration.ofMinutes(20));
        clock.set(early);
        transaction.executeWithoutResult(
                status -> events.publishEvent(new WebinarEnded(ScriptedReport.event(program), early)));
        assertThat(next()).isEqualTo(early.plus(Duration.ofMinutes(30)));

        programs.archive(Actor.SYSTEM, program.key());
        assertThat(next()).isNull();
        programs.restore(Actor.SYSTEM, program.key());
        assertThat(next()).isEqualTo(early.plus(Duration.ofMinutes(30)));
    }

    private ProgramPlan later(Duration by) {
        var plan = ProgramPlan.of(program);
        return new ProgramPlan(
                plan.name(),
                plan.description(),
                plan.startsAt().plus(by),
                plan.endsAt().plus(by),
                plan.zone(),
                plan.capacity(),
                plan.approvalRequired(),
                plan.waitlistOn(),
                plan.fourEyes(),
                plan.webinarAddress());
    }

    private Instant next() {
        return webinars.find(program.key()).orElseThrow().nextRefreshAt();
    }

    @Test
    void whatIsDueIsStartedOnceHoweverManyNodesLook() throws Exception {
        refreshes.startDue();
        afterTheEnd(Duration.ofMinutes(30));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> node = refreshes::startDue;
            for (var answer : nodes.invokeAll(List.of(node, node))) {
                answer.get();
            }
        }
        assertThat(refreshesOf(program)).isEqualTo(List.of(true));
        assertThat(next()).isEqualTo(program.endsAt().plus(Duration.ofHours(2)));
        assertThat(refreshes.startDue()).isZero();
        assertThat(refreshesOf(program)).isEqualTo(List.of(true));
    }

    @Test
    void whatIsDueWhileAnotherOneRunsIsThatOne() {
        afterTheEnd(Duration.ofMinutes(20));
        var byHand = refreshes.start(program, RefreshOrder.now(Actor.SYSTEM, null));
        afterTheEnd(Duration.ofMinutes(30));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refreshes.startDue());

        assertThat(refreshesOf(program)).isEqualTo(List.of(false));
        assertThat(next()).isEqualTo(program.endsAt().plus(Duration.ofHours(2)));
        runner.run(byHand.jobId());
        assertThat(next()).isEqualTo(program.endsAt().plus(Duration.ofHours(2)));
    }

    @Test
    void aProgramMayBeLeftToItsPeople() {
        webinars.set(program.key(), true, false);
        afterTheEnd(Duration.ofMinutes(30));

        refreshes.startDue();

        assertThat(refreshesOf(program)).isEmpty();
        assertThat(refreshes.overview(program.key()))
                .returns(true, RefreshOverview::possible)
                .returns(null, RefreshOverview::next);
    }

    @Test
    void anAutomaticRefreshThatFailedIsTriedAgainSoon() {
        script.failures.add(new ProviderFailure.Temporary("Down."));
        script.failures.add(new ProviderFailure.Temporary("Still down."));
        script.failures.add(new ProviderFailure.Barred("The key was revoked."));
        afterTheEnd(Duration.ofMinutes(30));
        for (var wait : List.of(Duration.ofMinutes(10), Duration.ofMinutes(20))) {
            runDue();
            assertThat(next()).isEqualTo(clock.instant().plus(wait));
            clock.set(next());
        }
        runDue();
        assertThat(next())
                .as("waiting alone helps nothing")
                .isEqualTo(program.endsAt().plus(Duration.ofHours(2)));
    }

    private void runDue() {
        refreshes.startDue();
        runner.run(rows.last(program.key()).orElseThrow().jobId());
    }

    private List<Boolean> refreshesOf(Program one) {
        return rows.page(one.key(), Long.MAX_VALUE, 10).stream()
                .map(line -> line.refresh().automatic())
                .toList();
    }
}
