package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.page;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.SignedIn;

abstract class CorrectionPagesTests {

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    private Program program;
    private long ada;

    @BeforeEach
    void begin() {
        program = fixture.program(10);
        ada = desk.member(program, "Ada", "Lovelace", REGISTERED);
        changes.change(fixture.ask(program, ATTENDED), ada);
    }

    private String member(long id) {
        return "/programs/%d/members/%d".formatted(program.key(), id);
    }

    private String correction() {
        return member(ada) + "/correction";
    }

    private String set(long changeSet) {
        return "/programs/%d/status-changes/%d".formatted(program.key(), changeSet);
    }

    private MvcTestResult ask(String address) {
        return desk.get(SignedIn.manager(), address);
    }

    /** What the form that confirms would send. */
    private static Map<String, Object> confirmation(Document page, String reason) {
        var fields = new HashMap<>(Desk.fields(page.expectFirst(".preview form")));
        fields.put("reason", reason);
        return fields;
    }

    @Test
    void aManagerFindsTheWayThereOthersDoNot() {
        assertThat(page(ask(member(ada))).expectFirst("#correct").attr("href")).isEqualTo(correction());
        assertThat(page(desk.get(SignedIn.approver(), member(ada))).select("#correct"))
                .isEmpty();
        assertThat(desk.get(SignedIn.approver(), correction())).hasStatus(403);
        assertThat(desk.post(SignedIn.approver(), correction(), Map.of("status", "INVITED", "reason", "x")))
                .hasStatus(403);
        assertThat(ask(member(0) + "/correction")).hasStatus(404);
    }

    @Test
    void thePageProposesTheStatusBeforeAndSaysWhatFollows() {
        var page = page(ask(correction()));
        assertThat(page.expectFirst("#right input[checked]").val()).isEqualTo("REGISTERED");
        assertThat(page.select("#right input[name=status]")).hasSize(9);
        assertThat(page.select("#rows li").eachText())
                .containsExactly("Attended to Not in Program", "Not in Program to Registered");
        assertThat(page.select("#facts li").eachAttr("data-fact")).containsExactly("seats", "kept", "lost");
        assertThat(page.select("[data-fact=seats]").text()).isEqualTo("No seat is taken or freed.");
    }

    @Test
    void anotherStatusIsShownBeforeItIsGiven() {
        var page = page(ask(correction() + "?status=INVITED"));
        assertThat(page.expectFirst("#right input[checked]").val()).isEqualTo("INVITED");
        assertThat(page.select("#facts li").eachAttr("data-fact")).containsExactly("seats", "cancelled", "lost");
        assertThat(page.select("[data-fact=seats]").text()).isEqualTo("1 seat comes free.");
        var none = page(ask(correction() + "?status=ATTENDED"));
        assertThat(none.select(".preview form")).isEmpty();
        assertThat(none.select(".tally-line").eachText())
                .singleElement()
                .asString()
                .contains("nothing to correct");
        assertThat(ask(correction() + "?status=NONSENSE").getResponse().getStatus())
                .isBetween(400, 404);
    }

    @Test
    void confirmingLeadsToTheMemberWhoseHistoryTells() {
        var answer = desk.post(SignedIn.manager(), correction(), confirmation(page(ask(correction())), "Wrong Ada"));
        assertThat(answer).hasStatus(303).hasRedirectedUrl(member(ada));
        var page = page(ask(member(ada)));
        assertThat(page.expectFirst(".member-page").attr("data-status")).isEqualTo("REGISTERED");
        assertThat(page.select(".timeline li").eachAttr("data-status"))
                .containsExactly("REGISTERED", "NOT_IN_PROGRAM", "ATTENDED", "REGISTERED");
        assertThat(page.select(".timeline li[data-taken-back]").eachAttr("data-status"))
                .containsExactly("ATTENDED");
        assertThat(page.select(".timeline .label").eachText())
                .containsExactly("Correction", "Correction", "taken back by a correction");
    }

    @Test
    void aReasonIsRequiredAndWhatWasChosenIsKept() {
        var answer = desk.post(
                SignedIn.manager(), correction(), confirmation(page(ask(correction() + "?status=INVITED")), " "));
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#reason-error").text()).isEqualTo("Give a reason.");
        assertThat(page.expectFirst("#reason").attr("aria-describedby")).isEqualTo("reason-error reason-hint");
        assertThat(page.expectFirst("#right input[checked]").val()).isEqualTo("INVITED");
        assertThat(fixture.statusOf(ada)).isEqualTo("ATTENDED");
    }

    @Test
    void aStalePageIsToldWhoWasFaster() {
        var fields = confirmation(page(ask(correction())), "Wrong Ada");
        changes.change(fixture.ask(program, StatusCode.NOT_IN_PROGRAM), ada);
        var answer = desk.post(SignedIn.manager(), correction(), fields);
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#alert").text()).contains("changed meanwhile by Rollcall to Not in Program");
        assertThat(fixture.statusOf(ada)).isEqualTo("NOT_IN_PROGRAM");
    }

    @Test
    void aSecondClickIsHarmless() {
        var fields = confirmation(page(ask(correction())), "Wrong Ada");
        desk.post(SignedIn.manager(), correction(), fields);
        assertThat(desk.post(SignedIn.manager(), correction(), fields)).hasStatus(303);
        assertThat(fixture.history(ada)).hasSize(4);
    }

    @Test
    void aWholeChangeSetIsCorrectedFromItsOutcome() {
        var ids = fixture.members(program, 3, INVITED);
        var wrong = changes.change(fixture.ask(program, REGISTERED), ids).id();
        changes.change(fixture.ask(program, ATTENDED), ids.getLast());
        var link = page(ask(set(wrong))).expectFirst("#correct").attr("href");
        assertThat(link).isEqualTo(set(wrong) + "/correction");
        assertThat(page(desk.get(SignedIn.viewer(), set(wrong))).select("#correct"))
                .isEmpty();

        var page = page(ask(link));
        assertThat(page.select("#changing").text()).isEqualTo("2 go back 2 Registered to Invited");
        assertThat(page.select("#skipped-CHANGED_MEANWHILE").text()).startsWith("1 changed since, and left alone");
        assertThat(page.select("#facts li").eachAttr("data-fact")).containsExactly("seats", "cancelled");
        var blank = desk.post(SignedIn.manager(), link, confirmation(page, ""));
        assertThat(blank).hasStatus(422);
        assertThat(page(blank).select("#reason-error").text()).isEqualTo("Give a reason.");
        assertThat(page(blank).select("#alert").text()).isEqualTo("Nothing was corrected. Give a reason.");

        var done = desk.post(SignedIn.manager(), link, confirmation(page, "Wrong list"));
        assertThat(done).hasStatus(303);
        var result = page(ask(done.getResponse().getRedirectedUrl()));
        assertThat(result.select("#changed-INVITED .tally-count").text()).isEqualTo("2");
        assertThat(result.select("[id^=changed]")).hasSize(1);
        assertThat(result.select("#skipped-CHANGED_MEANWHILE .tally-words").text())
                .isEqualTo("not changed: the status has changed since");
        assertThat(result.select(".preview .label").text()).isEqualTo("Correction");
        assertThat(page(ask(link)).select(".preview form"))
                .as("nothing is left")
                .isEmpty();
    }

    @Test
    void aPreviewThatIsOvertakenIsShownAnew() {
        var ids = fixture.members(program, 3, INVITED);
        var link = set(changes.change(fixture.ask(program, REGISTERED), ids).id()) + "/correction";
        var fields = confirmation(page(ask(link)), "Wrong list");
        changes.change(fixture.ask(program, ATTENDED), ids.getLast());

        var answer = desk.post(SignedIn.manager(), link, fields);

        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#changing .tally-count").text()).isEqualTo("2");
        assertThat(page(answer).expectFirst("#reason").val()).isEqualTo("Wrong list");
    }

    @Test
    void aJobIsCorrectedAsOne() {
        var job = jobs.start(BulkWorker.KIND, program.key(), Actor.SYSTEM, 0, "", null);
        var ids = fixture.members(program, 2, INVITED);
        ids.forEach(id -> changes.change(fixture.ask(program, REGISTERED).partOf(job), List.of(id)));
        var address = "/programs/%d/status-changes/job/%d".formatted(program.key(), job);
        var link = page(ask(address)).expectFirst("#correct").attr("href");

        var done = desk.post(SignedIn.manager(), link, confirmation(page(ask(link)), "Wrong list"));

        assertThat(done).hasStatus(303);
        assertThat(ids).allMatch(id -> fixture.statusOf(id).equals("INVITED"));
    }

    @Test
    void manyMembersBecomeAJobWithAPage() {
        program = fixture.program(null);
        var ids = fixture.members(program, 1_001, INVITED);
        var job = jobs.start(BulkWorker.KIND, program.key(), Actor.SYSTEM, 0, "", null);
        changes.change(fixture.ask(program, REGISTERED).partOf(job), ids.subList(0, 1_000));
        changes.change(fixture.ask(program, REGISTERED).partOf(job), ids.subList(1_000, 1_001));
        var link = "/programs/%d/status-changes/job/%d/correction".formatted(program.key(), job);

        var started = desk.post(SignedIn.manager(), link, confirmation(page(ask(link)), "Wrong list"))
                .getResponse()
                .getRedirectedUrl();
        assertThat(page(ask(started)).select("h1").text()).isEqualTo("Correction of many members");
        runner.run(Long.parseLong(started.replaceAll("\\D", "")));

        assertThat(fixture.counted(program)).isEqualTo(Map.of("INVITED", 1_001L));
        var outcome = page(ask(started)).expectFirst("#job-result").attr("href");
        assertThat(page(ask(outcome)).select("#changed-INVITED .tally-count").text())
                .isEqualTo("1,001");
        assertThat(page(ask(outcome)).select("#moved tbody tr:first-child td").eachText())
                .as("a correction leads through Not in Program, which is not told")
                .containsExactly("Registered to Invited", "Wrong list");
    }

    @Test
    void aChangeThatIsNotThereIsNotFound() {
        var other = fixture.program(null);
        fixture.member(other, INVITED);
        assertThat(ask(set(0) + "/correction")).hasStatus(404);
        assertThat(ask("/programs/%d/status-changes/job/0/correction".formatted(program.key())))
                .hasStatus(404);
        assertThat(desk.post(SignedIn.manager(), set(0) + "/correction", Map.of("reason", "why")))
                .hasStatus(404);
    }
}
