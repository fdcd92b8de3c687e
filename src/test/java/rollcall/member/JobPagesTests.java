package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.page;
import static rollcall.member.Desk.part;
import static rollcall.program.StatusCode.INVITED;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.SignedIn;

/** The page of a job, seen with a bulk change as the job. */
abstract class JobPagesTests {

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private JobRunner runner;

    @Autowired
    private Jobs jobs;

    private Program program;
    private long job;
    private String address;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        fixture.members(program, 1_001, INVITED);
        var answer = desk.post(
                SignedIn.manager(),
                "/programs/" + program.id() + "/status-changes",
                Map.of("all", "true", "status", "REGISTERED", "confirm", "true"));
        address = answer.getResponse().getRedirectedUrl();
        job = Long.parseLong(address.replaceAll("\\D", ""));
    }

    @Test
    void aWaitingJobIsAskedForAgainUntilItHasEnded() {
        var card = page(desk.get(SignedIn.viewer(), address)).expectFirst("#job");
        assertThat(card.attr("data-state")).isEqualTo("WAITING");
        assertThat(card.attr("hx-get")).isEqualTo(address + "?told=0");
        assertThat(card.attr("hx-trigger")).isEqualTo("every 2s");
        assertThat(card.expectFirst("progress").attr("value")).isEqualTo("0");
        assertThat(card.select(".job-count").text()).isEqualTo("0 of 1,001");

        runner.run(job);
        var ended = part(desk.getPart(SignedIn.viewer(), address + "?told=0")).expectFirst("#job");
        assertThat(ended.attr("data-state")).isEqualTo("DONE");
        assertThat(ended.hasAttr("hx-trigger")).isFalse();
        assertThat(ended.select("#job-said").text()).isEqualTo("Done 100 percent done");
        assertThat(ended.expectFirst("#job-result").attr("href"))
                .isEqualTo("/programs/%d/status-changes/job/%d".formatted(program.key(), job));
    }

    @Test
    void nothingIsReadAloudBetweenTheQuarters() {
        assertThat(part(desk.getPart(SignedIn.viewer(), address + "?told=0")).select("#job-said"))
                .isEmpty();
    }

    @Test
    void whoMayManageStopsIt() {
        var form = page(desk.get(SignedIn.manager(), address)).expectFirst("#job form");
        assertThat(form.attr("action")).isEqualTo(address + "/cancellations");
        assertThat(desk.post(SignedIn.manager(), address + "/cancellations", Map.of()))
                .hasStatus(303)
                .hasRedirectedUrl(address);
        assertThat(page(desk.get(SignedIn.manager(), address))
                        .select("#job-state")
                        .text())
                .isEqualTo("Stopping after the part that is under way");
        runner.run(job);
        assertThat(page(desk.get(SignedIn.manager(), address))
                        .select("#job-state")
                        .text())
                .isEqualTo("Stopped");
        assertThat(fixture.counted(program)).isEqualTo(Map.of("INVITED", 1_001L));
    }

    @Test
    void whoMayOnlySeeDoesNotStopIt() {
        assertThat(page(desk.get(SignedIn.viewer(), address)).select("#job form"))
                .isEmpty();
        assertThat(desk.post(SignedIn.viewer(), address + "/cancellations", Map.of()))
                .hasStatus(403);
    }

    @Test
    void whoMayNotSeeTheProgramFindsNothing() {
        var stranger = SignedIn.managerOf(fixture.program(null).key());
        assertThat(desk.get(stranger, address)).hasStatus(404);
        assertThat(desk.getPart(stranger, address)).hasStatus(404);
        assertThat(desk.post(stranger, address + "/cancellations", Map.of())).hasStatus(404);
        assertThat(desk.get(stranger, "/jobs/0")).hasStatus(404);
    }

    @Test
    void aJobWithoutAProgramIsItsStartersOwn() {
        var own = jobs.start(BulkWorker.KIND, null, Actor.SYSTEM, 1, "", null);
        assertThat(desk.get(SignedIn.manager(), "/jobs/" + own)).hasStatus(404);
    }
}
