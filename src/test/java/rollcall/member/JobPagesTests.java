package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.page;
import static rollcall.member.Desk.part;
import static rollcall.program.StatusCode.INVITED;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
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
        assertThat(card.expectFirst("progress").text())
                .as("for whoever sees no bar")
                .isEqualTo("0 %");
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

    @Test
    void theListShowsWhatIsUnderWayAndThenWhatItCameTo() {
        var waiting = row("open");
        assertThat(waiting.attr("data-state")).isEqualTo("WAITING");
        assertThat(waiting.select("th a").eachText()).containsExactly("Status change for many members", program.name());
        assertThat(waiting.select(".sub").eachText()).contains("0 of 1,001");
        assertThat(waiting.expectFirst("form").attr("action")).isEqualTo(address + "/cancellations");

        runner.run(job);
        var ended = row("ended");
        assertThat(ended.attr("data-state")).isEqualTo("DONE");
        assertThat(ended.select("form")).isEmpty();
        assertThat(ended.select("td a").attr("href"))
                .isEqualTo("/programs/%d/status-changes/job/%d".formatted(program.key(), job));
    }

    /** The row of the job, which must stand in that part of the list. */
    private Element row(String part) {
        return page(desk.get(SignedIn.manager(), "/jobs"))
                .expectFirst("section[aria-labelledby=%s-heading] tr[data-job-id=%d]".formatted(part, job));
    }

    @Test
    void theListAsksAgainAsLongAsSomethingIsUnderWay() {
        var own = SignedIn.managerOf(program.key());
        var list = part(desk.getPart(own, "/jobs")).expectFirst("#jobs");
        assertThat(list.attr("hx-get")).isEqualTo("/jobs");
        assertThat(list.attr("hx-trigger")).isEqualTo("every 3s");
        runner.run(job);
        assertThat(part(desk.getPart(own, "/jobs")).expectFirst("#jobs").hasAttr("hx-trigger"))
                .isFalse();
    }

    @Test
    void theListHasOnlyTheJobsOfProgramsWithinReach() {
        var stranger = SignedIn.managerOf(fixture.program(null).key());
        assertThat(page(desk.get(stranger, "/jobs")).select("tr[data-job-id]")).isEmpty();
        assertThat(page(desk.get(SignedIn.viewerOf(program.key()), "/jobs")).select("tr[data-job-id]"))
                .extracting(row -> row.attr("data-job-id"))
                .containsExactly(Long.toString(job));
        assertThat(page(desk.get(SignedIn.viewerOf(program.key()), "/jobs")).select("#jobs form"))
                .isEmpty();
    }

    @Test
    void stoppingOnTheListLeadsBackToIt() {
        assertThat(desk.post(SignedIn.manager(), address + "/cancellations", Map.of("list", "true")))
                .hasStatus(303)
                .hasRedirectedUrl("/jobs");
        assertThat(row("open").select(".label").text()).isEqualTo("Stopping");
    }

    @Test
    void whoStartedItIsToldOnceThatItHasEnded() {
        assertThat(notices(SignedIn.manager(), "/programs")).isEmpty();
        runner.run(job);
        assertThat(notices(SignedIn.viewer(), "/programs")).isEmpty();
        assertThat(notices(SignedIn.manager(), "/programs"))
                .containsExactly("Status change for many members, " + program.name() + ": Done. Look at it");
        assertThat(notices(SignedIn.manager(), "/programs")).isEmpty();
    }

    @Test
    void whoSeesTheEndOrTheOutcomeIsToldNothingMore() {
        runner.run(job);
        desk.getPart(SignedIn.manager(), address);
        assertThat(notices(SignedIn.manager(), "/programs")).isEmpty();
    }

    @Test
    void thePageOfTheOutcomeIsItsOwnNotice() {
        runner.run(job);
        assertThat(notices(SignedIn.manager(), "/programs/%d/status-changes/job/%d".formatted(program.key(), job)))
                .isEmpty();
        assertThat(notices(SignedIn.manager(), "/programs")).isEmpty();
    }

    private List<String> notices(RequestPostProcessor who, String path) {
        return page(desk.get(who, path))
                .select(".job-notice[data-job-id=%d]".formatted(job))
                .eachText();
    }
}
