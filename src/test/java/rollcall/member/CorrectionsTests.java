package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.ATTENDED_ON_DEMAND;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REGISTRATION_ERROR;
import static rollcall.program.StatusCode.WAITLISTED;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.job.JobRunner;
import rollcall.job.JobState;
import rollcall.job.Jobs;
import rollcall.program.Actor;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

abstract class CorrectionsTests {

    private static final Set<StatusCode> REGISTERED_THERE = Set.of(REGISTERED, NO_SHOW, ATTENDED_ON_DEMAND, ATTENDED);

    @Autowired
    private Corrections corrections;

    @Autowired
    private BulkCorrections bulk;

    @Autowired
    private CorrectionPreviews previews;

    @Autowired
    private CorrectionWorker worker;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Registrations registrations;

    @Autowired
    private BulkResults results;

    @Autowired
    private Members members;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private Ears ears;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Program program;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
    }

    private StatusRequest right(StatusCode to) {
        return fixture.ask(program, to).because("Wrong file");
    }

    @Test
    void everyStatusCanBeCorrectedToEveryOther() {
        for (var from : StatusCode.values()) {
            for (var to : StatusCode.values()) {
                program = fixture.program(1);
                correctsTo(from, to);
                assertThat(members.counts(program.key())).isEqualTo(fixture.counted(program));
                assertThat(fixture.taken(program)).isEqualTo(holders());
            }
        }
        assertThat(backwardSteps()).isZero();
    }

    private void correctsTo(StatusCode from, StatusCode to) {
        var member = registered(from);
        var joined = members.require(program, member).joinedAt();
        var before = rowOf(member);
        var history = new ArrayList<>(fixture.history(member));
        clock.advance(Duration.ofDays(1));

        var outcome = corrections.correct(right(to), member);

        var pair = from + " to " + to;
        history.addAll(added(from, to));
        assertThat(fixture.history(member)).as(pair).isEqualTo(history);
        assertThat(outcome.written()).as(pair).isEqualTo(from != to);
        var line = members.require(program, member);
        assertThat(line.status().key()).as(pair).isEqualTo(to.name());
        assertThat(line.joinedAt()).as(pair).isEqualTo(joined);
        if (from != to) {
            assertThat(line.successAt()).as(pair).isEqualTo(WEBINAR.status(to).success() ? clock.instant() : null);
            var keeps = REGISTERED_THERE.contains(from) && REGISTERED_THERE.contains(to);
            assertThat(rowOf(member)).as(pair).isEqualTo(keeps ? before : afresh(from, to, before));
            assertThat(keptRows(member)).as(pair).isEqualTo(keeps ? 2 : 0);
        }
    }

    private static List<String> added(StatusCode from, StatusCode to) {
        var rows = new ArrayList<String>();
        if (from != to && from != NOT_IN_PROGRAM) {
            rows.add(from + "→NOT_IN_PROGRAM");
        }
        if (from != to && to != NOT_IN_PROGRAM) {
            rows.add("NOT_IN_PROGRAM→" + to);
        }
        return rows;
    }

    /** Delivery and generation of the link as leaving and being given that status leave them. */
    private static List<Object> afresh(StatusCode from, StatusCode to, List<Object> before) {
        var delivery = to == REGISTERED ? "ACCEPTED" : to == REGISTRATION_ERROR ? "REFUSED" : "NONE";
        int generation = (int) before.getLast() + (from == NOT_IN_PROGRAM ? 0 : 1);
        return List.of(delivery, before.get(1), before.get(2), generation);
    }

    /** A member with that status whom a provider knows, as far as the status says that it does. */
    private long registered(StatusCode status) {
        var member = fixture.member(program, status == NOT_IN_PROGRAM ? INVITED : status);
        if (REGISTERED_THERE.contains(status)) {
            registrations.accepted(
                    program.key(), member, "R" + member, "https://go.example/" + member, clock.instant());
        }
        if (status == NOT_IN_PROGRAM) {
            changes.change(fixture.ask(program, NOT_IN_PROGRAM), member);
        }
        return member;
    }

    private List<Object> rowOf(long member) {
        return jdbc.sql("""
            select delivery, registrant_id, join_link, link_generation from member where id = :id\
            """)
                .param("id", member)
                .query((row, n) -> List.<Object>of(
                        row.getString(1),
                        String.valueOf(row.getString(2)),
                        String.valueOf(row.getString(3)),
                        row.getInt(4)))
                .single();
    }

    private int keptRows(long member) {
        return jdbc.sql("select count(*) from status_change where member_id = :id and keeps_registration")
                .param("id", member)
                .query(Integer.class)
                .single();
    }

    private int holders() {
        return (int) fixture.counted(program).entrySet().stream()
                .filter(entry -> WEBINAR.status(entry.getKey()).holdsSeat())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private int backwardSteps() {
        return jdbc.sql("select count(*) from status_change where to_step < from_step and to_status <>"
                        + " 'NOT_IN_PROGRAM'")
                .query(Integer.class)
                .single();
    }

    @Test
    void theHistorySaysThatItWasACorrectionAndWhatItTookBack() {
        var member = fixture.member(program, REGISTERED);
        clock.advance(Duration.ofDays(1));
        changes.change(fixture.ask(program, ATTENDED), member);
        clock.advance(Duration.ofDays(1));

        corrections.correct(right(REGISTERED), member);

        var history = members.history(program, member);
        assertThat(history).extracting(Change::correction).containsExactly(true, true, false, false);
        assertThat(history).extracting(Change::takenBack).containsExactly(false, false, true, false);
        assertThat(history.getFirst())
                .returns("Wrong file", Change::reason)
                .returns(Cause.PERSON, Change::cause)
                .returns(clock.instant(), Change::at);
        assertThat(members.require(program, member).successAt()).isNull();
    }

    @Test
    void aSuccessThatStillCountsKeepsItsDateAndCorrectingTheCorrectionBringsItBack() {
        var member = fixture.member(program, REGISTERED);
        clock.advance(Duration.ofDays(1));
        changes.change(fixture.ask(program, ATTENDED_ON_DEMAND), member);
        var first = clock.instant();
        clock.advance(Duration.ofDays(1));
        changes.change(fixture.ask(program, ATTENDED), member);

        corrections.correct(right(ATTENDED_ON_DEMAND), member);
        assertThat(members.require(program, member).successAt()).isEqualTo(first);

        clock.advance(Duration.ofDays(1));
        var mistaken = corrections.correct(right(NO_SHOW), member);
        assertThat(members.require(program, member).successAt()).isNull();

        var mistake = new Mistake.OfChangeSet(mistaken.changeSetId());
        corrections.correct(right(NOT_IN_PROGRAM), mistake, List.of(member));
        assertThat(fixture.statusOf(member)).isEqualTo("ATTENDED_ON_DEMAND");
        assertThat(members.require(program, member).successAt()).isEqualTo(first);
    }

    @Test
    void whoWaitsAgainKeepsTheirPlace() {
        var member = fixture.member(program, WAITLISTED);
        var since = members.require(program, member).changedAt();
        clock.advance(Duration.ofDays(1));
        changes.change(fixture.ask(program, REGISTERED), member);

        corrections.correct(right(WAITLISTED), member);

        assertThat(members.require(program, member).changedAt()).isEqualTo(since);
    }

    @Test
    void aSeatThatIsHeldBeforeAndAfterIsNeitherLostNorNeeded() {
        program = fixture.program(1);
        var member = fixture.member(program, ATTENDED);

        assertThat(corrections.correct(right(REGISTERED), member).written()).isTrue();
        assertThat(fixture.taken(program)).isEqualTo(1);
        assertThat(corrections.correct(right(INVITED), member).written()).isTrue();
        assertThat(fixture.taken(program)).isZero();
    }

    @Test
    void aSeatThatWasNotHeldMustBeFreeAndNotPromised() {
        program = fixture.program(1);
        var member = fixture.member(program, INVITED);
        var other = fixture.member(program, REGISTERED);
        assertThat(reason(corrections.correct(right(REGISTERED), member))).isEqualTo(Reason.PROGRAM_FULL);

        changes.change(fixture.ask(program, NOT_IN_PROGRAM), other);
        fixture.member(program, WAITLISTED);
        assertThat(reason(corrections.correct(right(REGISTERED), member))).isEqualTo(Reason.PROMISED_TO_WAITLIST);
        assertThat(corrections
                        .correct(right(REGISTERED).aheadOfTheWaitlist(true), member)
                        .written())
                .isTrue();
        assertThat(fixture.taken(program)).isEqualTo(1);
    }

    private static Reason reason(Outcome outcome) {
        return ((Skip) outcome.move()).reason();
    }

    @Test
    void onlyAManagerWithAReasonCorrectsAndOnlyByHand() {
        var member = fixture.member(program, REGISTERED);
        var stranger = StatusRequest.of(program.key(), INVITED, Cause.PERSON, Actor.account(999_999, "Nobody"));

        assertThat(reason(corrections.correct(stranger.because("why"), member))).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(reason(corrections.correct(right(INVITED).because(" "), member)))
                .isEqualTo(Reason.REASON_REQUIRED);
        for (var cause : List.of(Cause.CAMPAIGN, Cause.IMPORT, Cause.PROVIDER, Cause.API)) {
            var request = StatusRequest.of(program.key(), INVITED, cause, Actor.SYSTEM);
            assertThatThrownBy(() -> corrections.correct(request.because("why"), member))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(fixture.history(member)).containsExactly("-→REGISTERED");
    }

    @Test
    void aStalePageAndASecondClickChangeNothing() {
        var member = fixture.member(program, ATTENDED);
        var stale = right(REGISTERED).expecting("NO_SHOW");
        assertThat(reason(corrections.correct(stale, member))).isEqualTo(Reason.CHANGED_MEANWHILE);

        var once = right(REGISTERED).expecting("ATTENDED").once("c-1");
        var first = corrections.correct(once, member);
        var second = corrections.correct(once, member);

        assertThat(first.move()).isInstanceOf(Move.Join.class);
        assertThat(second).isEqualTo(first);
        assertThat(fixture.history(member)).hasSize(3);
        assertThat(audited()).isEqualTo(1);
        var other = fixture.member(program, INVITED);
        assertThatThrownBy(() -> corrections.correct(once, other)).isInstanceOf(RequestIdTaken.class);
        var elsewhere = fixture.member(fixture.program(null), INVITED);
        assertThatThrownBy(() -> corrections.correct(right(REGISTERED), elsewhere))
                .isInstanceOf(NoSuchMember.class);
    }

    private int audited() {
        return jdbc.sql("select count(*) from audit_entry where kind = 'CORRECTION' and details like :program")
                .param("program", "%\"program\":" + program.key() + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void aChangeSetGoesBackToWhereEachWasSaveThoseWhoMovedOn() {
        var invited = fixture.members(program, 2, INVITED);
        var waiting = fixture.member(program, WAITLISTED);
        var movedOn = fixture.member(program, INVITED);
        var newcomer = fixture.people(1).getFirst();
        var everybody = new ArrayList<>(invited);
        everybody.addAll(List.of(waiting, movedOn));
        var mistake = new Mistake.OfChangeSet(wrongly(everybody, newcomer));
        changes.change(fixture.ask(program, ATTENDED), movedOn);
        ears.heard.clear();

        var preview = previews.of(program, right(NOT_IN_PROGRAM), mistake);
        var done = (Confirmed.Done) bulk.confirm(program, right(NOT_IN_PROGRAM).once("c-2"), mistake);
        var again = (Confirmed.Done) bulk.confirm(program, right(NOT_IN_PROGRAM).once("c-2"), mistake);

        assertThat(preview.uncorrected()).isEqualTo(4);
        assertThat(preview.moves())
                .isEqualTo(Map.of(
                        new CorrectionPreview.Step(WEBINAR.status(REGISTERED), WEBINAR.status(NOT_IN_PROGRAM)), 1L,
                        new CorrectionPreview.Step(WEBINAR.status(REGISTERED), WEBINAR.status(INVITED)), 2L,
                        new CorrectionPreview.Step(WEBINAR.status(REGISTERED), WEBINAR.status(WAITLISTED)), 1L));
        assertThat(preview.registrations()).isEqualTo(new CorrectionPreview.Registered(0, 4, 0));
        assertThat(preview.skipped().keySet()).containsExactly(Reason.CHANGED_MEANWHILE);
        assertThat(fixture.counted(program))
                .isEqualTo(Map.of("INVITED", 2L, "WAITLISTED", 1L, "ATTENDED", 1L, "NOT_IN_PROGRAM", 1L))
                .isEqualTo(members.counts(program.key()));
        var set = done.changeSet().id();
        assertThat(again.changeSet().id()).isEqualTo(set);
        assertThat(ears.heard)
                .containsExactly(new StatusesChanged(
                        set, program.key(), Set.of("INVITED", "WAITLISTED", "NOT_IN_PROGRAM"), false, true));
        assertThat(net(set)).isEqualTo(Map.of("INVITED", 2, "WAITLISTED", 1, "NOT_IN_PROGRAM", 1));
        var result = results.ofChangeSet(program, set).orElseThrow();
        assertThat(result.correction()).isTrue();
        assertThat(result.changedInAll()).isEqualTo(4);
        assertThat(result.skipped()).isEqualTo(Map.of(Reason.CHANGED_MEANWHILE, 1L));
    }

    /** One change set that makes members, and somebody who is none yet, Registered. */
    private long wrongly(List<Long> memberIds, long newcomer) {
        var people = new ArrayList<>(memberIds.stream()
                .map(id -> members.require(program, id).personId())
                .map(Newcomer::of)
                .toList());
        people.add(Newcomer.of(newcomer));
        return changes.join(fixture.ask(program, REGISTERED), people).id();
    }

    /** The final statuses, read as {@link StatusesChanged} says. */
    private Map<String, Integer> net(long changeSet) {
        var net = new HashMap<String, Integer>();
        jdbc.sql("""
            select to_status from status_change
            where change_set_id = :set and (corrected_by is null or corrected_by <> change_set_id)\
            """).param("set", changeSet).query(String.class).list().forEach(to -> net.merge(to, 1, Integer::sum));
        return net;
    }

    @Test
    void aRegistrationThatStandsIsNeitherForgottenNorQueued() {
        var stays = registered(ATTENDED);
        var leaves = registered(ATTENDED);
        var stood = rowOf(stays);

        var kept = corrections.correct(right(REGISTERED), stays).changeSetId();
        var gone = corrections.correct(right(INVITED), leaves).changeSetId();
        for (var set : List.of(kept, gone)) {
            registrations.forget(set);
            registrations.queue(set);
        }

        assertThat(rowOf(stays)).isEqualTo(stood);
        assertThat(rowOf(leaves)).isEqualTo(List.of("NONE", "null", "null", 2));
    }

    @Test
    void nobodyCorrectsAChangeOfAnotherProgramOrOneThatChangedNobody() {
        var other = fixture.program(null);
        var member = fixture.member(other, INVITED);
        var set = members.history(other, member).getFirst().changeSetId();

        for (var mistake : List.of(new Mistake.OfChangeSet(set), new Mistake.OfJob(0))) {
            assertThatThrownBy(() -> bulk.confirm(program, right(INVITED), mistake))
                    .isInstanceOf(NoSuchChange.class);
            assertThatThrownBy(() -> previews.of(program, right(INVITED), mistake))
                    .isInstanceOf(NoSuchChange.class);
        }
    }

    @Test
    void manyMembersAreAJobThatGoesOnWhereItWasKilled() {
        program = fixture.program(3_000);
        var ids = fixture.members(program, 2_500, INVITED);
        var wrong = jobs.start(BulkWorker.KIND, program.key(), Actor.SYSTEM, 0, "", null);
        for (int from = 0; from < ids.size(); from += 1_000) {
            var some = ids.subList(from, Math.min(ids.size(), from + 1_000));
            changes.change(fixture.ask(program, REGISTERED).partOf(wrong), some);
        }
        changes.change(fixture.ask(program, ATTENDED), ids.getFirst());
        var mistake = new Mistake.OfJob(wrong);
        var request = right(NOT_IN_PROGRAM).once("c-3");

        var running = (Confirmed.Running) bulk.confirm(program, request, mistake);
        assertThat(bulk.confirm(program, request, mistake)).isEqualTo(running);
        firstChunk(running.jobId());
        killedInTheSecondChunk(running.jobId());
        runner.run(running.jobId());

        var job = jobs.find(running.jobId()).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.done()).isEqualTo(2_500).isEqualTo(job.total());
        assertThat(fixture.counted(program))
                .isEqualTo(Map.of("INVITED", 2_499L, "ATTENDED", 1L))
                .isEqualTo(members.counts(program.key()));
        assertThat(fixture.taken(program)).isEqualTo(1);
        assertThat(fixture.history(ids.getLast()))
                .containsExactly(
                        "-→INVITED", "INVITED→REGISTERED", "REGISTERED→NOT_IN_PROGRAM", "NOT_IN_PROGRAM→INVITED");
        var result = results.ofJob(program, running.jobId()).orElseThrow();
        assertThat(result.changed()).isEqualTo(Map.of(WEBINAR.status(INVITED), 2_499L));
        assertThat(result.skipped()).isEqualTo(Map.of(Reason.CHANGED_MEANWHILE, 1L));
        assertThat(audited()).as("once for the whole job").isEqualTo(1);
    }

    private void firstChunk(long jobId) {
        transaction.executeWithoutResult(chunk -> {
            var progress = worker.chunk(jobs.find(jobId).orElseThrow());
            jdbc.sql("update job set done = :done, resume_point = :point where id = :id")
                    .param("done", progress.done())
                    .param("point", progress.resumePoint())
                    .param("id", jobId)
                    .update();
        });
    }

    private void killedInTheSecondChunk(long jobId) {
        transaction.executeWithoutResult(chunk -> {
            worker.chunk(jobs.find(jobId).orElseThrow());
            chunk.setRollbackOnly();
        });
    }
}
