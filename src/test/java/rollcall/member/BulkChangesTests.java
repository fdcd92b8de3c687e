package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.job.JobRunner;
import rollcall.job.JobState;
import rollcall.job.Jobs;
import rollcall.program.Move.Reason;
import rollcall.testing.TestClock;

abstract class BulkChangesTests {

    private static final Selection ALL = new Selection.Matching(MemberFilter.EVERYBODY);

    @Autowired
    private BulkChanges bulk;

    @Autowired
    private BulkResults results;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private TestClock clock;

    @Test
    void thePreviewSaysWhatTheChangeThenDoes() {
        var program = fixture.program(5);
        fixture.members(program, 2, REGISTERED);
        fixture.members(program, 1, ATTENDED);
        fixture.members(program, 4, INVITED);
        var request = fixture.ask(program, REGISTERED);

        var preview = bulk.preview(program, request, ALL);
        var done = (Confirmed.Done) bulk.confirm(program, request.once("b-1"), ALL);

        assertThat(preview.selected()).isEqualTo(7);
        assertThat(preview.changing()).isEqualTo(Map.of(WEBINAR.status(INVITED), 2L));
        assertThat(preview.skipped().keySet())
                .containsExactlyInAnyOrder(Reason.ALREADY_THERE, Reason.ALREADY_PAST, Reason.PROGRAM_FULL);
        assertThat(preview.skipped().get(Reason.PROGRAM_FULL).examples()).hasSize(2);
        assertThat(done.changeSet().changed()).isEqualTo(2);
        var result = results.ofChangeSet(program, done.changeSet().id()).orElseThrow();
        assertThat(result.changedInAll()).isEqualTo(2);
        assertThat(result.skipped())
                .isEqualTo(Map.of(Reason.ALREADY_THERE, 2L, Reason.ALREADY_PAST, 1L, Reason.PROGRAM_FULL, 2L));
        var skipped = new ArrayList<SkippedMember>();
        results.eachSkippedOfChangeSet(program, done.changeSet().id(), skipped::add);
        assertThat(skipped).hasSize(5);
    }

    @Test
    void aSecondSubmitFindsTheFirstThoughNobodyMatchesAnyMore() {
        var program = fixture.program(null);
        fixture.members(program, 3, INVITED);
        var request = fixture.ask(program, REGISTERED).once("b-2");
        var invited = new Selection.Matching(MemberFilter.withStatus("INVITED"));

        var first = (Confirmed.Done) bulk.confirm(program, request, invited);
        var second = (Confirmed.Done) bulk.confirm(program, request, invited);

        assertThat(second.changeSet().id()).isEqualTo(first.changeSet().id());
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 3L));
    }

    @Test
    void manyMembersAreAJobThatGivesSeatsInTurnOverItsChunks() {
        var program = fixture.program(1_500);
        fixture.members(program, 1_200, INVITED);
        clock.advance(Duration.ofHours(1));
        var waiting = fixture.members(program, 900, WAITLISTED);
        var request = fixture.ask(program, REGISTERED).once("b-3");

        var running = (Confirmed.Running) bulk.confirm(program, request, ALL);
        var again = (Confirmed.Running) bulk.confirm(program, request, ALL);
        fixture.members(program, 10, INVITED);
        runner.run(running.jobId());

        assertThat(again).isEqualTo(running);
        var job = jobs.find(running.jobId()).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.done()).isEqualTo(2_100).isEqualTo(job.total());
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 1_500L, "INVITED", 610L));
        assertThat(waiting).allMatch(id -> fixture.statusOf(id).equals("REGISTERED"));
        assertThat(fixture.taken(program)).isEqualTo(1_500);
        var result = results.ofJob(program, running.jobId()).orElseThrow();
        assertThat(result.changed()).isEqualTo(Map.of(WEBINAR.status(REGISTERED), 1_500L));
        assertThat(result.skipped()).isEqualTo(Map.of(Reason.PROGRAM_FULL, 600L));
        assertThat(runner.run(running.jobId())).isTrue();
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 1_500L, "INVITED", 610L));
    }

    @Test
    void aCancelledJobKeepsWhatIsDoneAndDoesNoMore() {
        var program = fixture.program(null);
        fixture.members(program, 1_100, INVITED);
        var running = (Confirmed.Running) bulk.confirm(program, fixture.ask(program, REGISTERED), ALL);

        jobs.cancel(running.jobId());
        runner.run(running.jobId());

        assertThat(jobs.find(running.jobId()).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("INVITED", 1_100L));
    }

    @Test
    void whoLeftAfterBeingTickedIsStillDecidedOn() {
        var program = fixture.program(null);
        var ids = fixture.members(program, 2, INVITED);
        var ticked = new Selection.Ticked(List.copyOf(ids));

        var done = (Confirmed.Done) bulk.confirm(program, fixture.ask(program, REGISTERED), ticked);

        assertThat(done.changeSet().changed()).isEqualTo(2);
    }
}
