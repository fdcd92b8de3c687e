package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.page;
import static rollcall.member.Desk.part;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.program.Program;
import rollcall.testing.SignedIn;

abstract class StatusChangePagesTests {

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    private Program program;
    private long ada;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        ada = desk.member(program, "Ada", "Lovelace", INVITED);
    }

    private String member(long id) {
        return "/programs/%d/members/%d".formatted(program.key(), id);
    }

    private String changes(long id) {
        return member(id) + "/status-changes";
    }

    @Test
    void theMembersPageTellsWhoHowFarAndWhatHappened() {
        desk.post(SignedIn.manager(), changes(ada), Map.of("status", "REGISTERED", "reason", "By phone"));
        var page = page(desk.get(SignedIn.viewer(), member(ada)));
        assertThat(page.select("h1").text()).isEqualTo("Ada Lovelace");
        assertThat(page.select(".now .status").text()).isEqualTo("Registered");
        assertThat(page.select(".timeline-what").eachText()).containsExactly("Invited to Registered", "Invited");
        assertThat(page.select(".timeline-why").eachText()).containsExactly("By phone", "as asked");
        assertThat(page.select(".timeline-who").eachText())
                .containsExactly("user-MANAGER · by hand", "Rollcall · by hand");
        assertThat(page.select(".timeline time").eachText())
                .containsExactly("2 Mar 2026, 10:00 CET", "2 Mar 2026, 10:00 CET");
        assertThat(page.select(".change, .page-actions a"))
                .as("a viewer changes nothing")
                .isEmpty();
    }

    @Test
    void aMemberOfAnotherProgramIsNotFound() {
        var other = desk.member(fixture.program(null), "Grace", "Hopper", INVITED);
        assertThat(desk.get(SignedIn.manager(), member(other))).hasStatus(404);
        assertThat(desk.post(SignedIn.manager(), changes(other), Map.of("status", "REGISTERED")))
                .hasStatus(404);
        assertThat(desk.get(SignedIn.manager(), member(0))).hasStatus(404);
    }

    @Test
    void otherProgramsAreNamedAsFarAsTheReaderSeesThem() {
        var elsewhere = fixture.program(null);
        var line = desk.line(program, ada);
        desk.member(elsewhere, rollcall.person.PersonDetails.ofEmail(line.email()), ATTENDED);
        assertThat(page(desk.get(SignedIn.viewer(), member(ada)))
                        .select(".others a")
                        .eachAttr("href"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("/programs/" + elsewhere.id() + "/members/");
        assertThat(page(desk.get(SignedIn.viewerOf(program.key()), member(ada))).select(".others"))
                .isEmpty();
    }

    @Test
    void theFormOffersWhatTheRuleAllowsAndSaysWhyNotTheRest() {
        var grace = desk.member(program, "Grace", "Hopper", REGISTERED);
        var form = page(desk.get(SignedIn.manager(), member(grace))).expectFirst("form.change");
        assertThat(form.select("input[name=status]").eachAttr("value"))
                .containsExactly("REGISTRATION_ERROR", "NO_SHOW", "ATTENDED_ON_DEMAND", "ATTENDED", "NOT_IN_PROGRAM");
        assertThat(form.select(".withheld li").eachText())
                .containsExactly("Invited, Pending Approval, Rejected, Waitlisted: lower than step 40, where Registered"
                        + " stands; members only move forward");
        assertThat(form.expectFirst("[name=expected]").val()).isEqualTo("REGISTERED");
    }

    @Test
    void aFullProgramSaysSo() {
        program = fixture.program(1);
        desk.member(program, "Linus", "Berg", REGISTERED);
        var grace = desk.member(program, "Grace", "Hopper", WAITLISTED);
        var form = page(desk.get(SignedIn.manager(), member(grace))).expectFirst("form.change");
        assertThat(form.select("input[name=status]").eachAttr("value"))
                .containsExactly("REJECTED", "NO_SHOW", "ATTENDED_ON_DEMAND", "ATTENDED", "NOT_IN_PROGRAM");
        assertThat(form.select(".withheld li").eachText())
                .containsExactlyInAnyOrder(
                        "Invited, Pending Approval: lower than step 30, where Waitlisted stands; members only move"
                                + " forward",
                        "Registered, Registration Error: the program is full");
    }

    @Test
    void aChangeLeadsBackToWhereItCameFrom() {
        var toPage = desk.post(SignedIn.manager(), changes(ada), Map.of("status", "REGISTERED"));
        assertThat(toPage).hasStatus(303).hasRedirectedUrl(member(ada));
        assertThat(fixture.history(ada)).containsExactly("-→INVITED", "INVITED→REGISTERED");

        var toList = desk.post(
                SignedIn.manager(),
                changes(ada),
                Map.of("status", "ATTENDED", "list", "status=REGISTERED&sort=email&after=7"));
        assertThat(toList)
                .hasRedirectedUrl("/programs/%d/members?status=REGISTERED&sort=email&after=7#member-%d"
                        .formatted(program.key(), ada));
    }

    @Test
    void whatIsWrongWithTheFormIsSaidAboveItToo() {
        var tooLong = Map.of("status", "REGISTERED", "reason", "x".repeat(501));
        var alone = desk.post(SignedIn.manager(), changes(ada), tooLong);
        assertThat(alone).hasStatus(422);
        assertThat(page(alone).select("#alert").text())
                .isEqualTo("The status of Ada Lovelace was not changed. A reason has at most 500 characters.");
        var inTheList = part(desk.postPart(SignedIn.manager(), changes(ada), Map.of("reason", "")));
        assertThat(inTheList.select("#alert").text())
                .isEqualTo("The status of Ada Lovelace was not changed. Choose a status.");
        assertThat(fixture.statusOf(ada)).isEqualTo("INVITED");
    }

    @Test
    void theRowAloneComesBackToTheListWithANoteWhenItBelongsThereNoMore() {
        var answer = desk.postPart(
                SignedIn.manager(), changes(ada), Map.of("status", "REGISTERED", "list", "status=INVITED"));
        assertThat(answer).hasStatusOk();
        var part = part(answer);
        var row = part.expectFirst("#member-" + ada);
        assertThat(row.attr("data-status")).isEqualTo("REGISTERED");
        assertThat(row.select("td .sub").eachText()).contains("no longer matches this list");
        assertThat(part.expectFirst("#flash").text()).isEqualTo("Ada Lovelace is now Registered.");
        assertThat(part.select("[data-focus]").eachAttr("id")).containsExactly("change-" + ada);

        var stays = part(desk.postPart(
                SignedIn.manager(), changes(ada), Map.of("status", "ATTENDED", "list", "status=ATTENDED")));
        assertThat(stays.select("td .sub").eachText()).doesNotContain("no longer matches this list");
    }

    @Test
    void theRowOpensWithAFormAndClosesAgain() {
        var open = part(desk.getPart(SignedIn.manager(), changes(ada) + "/new?status=REJECTED&list=q%3Dada"));
        assertThat(open.select("tr").eachAttr("id")).containsExactly("member-" + ada, "member-" + ada + "-form");
        var form = open.expectFirst("form.change");
        assertThat(form.attr("hx-post")).isEqualTo(changes(ada));
        assertThat(form.expectFirst("[name=list]").val()).isEqualTo("q=ada");
        assertThat(form.select("input[checked]").eachAttr("value")).containsExactly("REJECTED");

        var closed = part(desk.getPart(SignedIn.manager(), member(ada) + "/row?list=q%3Dada"));
        assertThat(closed.select("tr").eachAttr("id")).containsExactly("member-" + ada);
        assertThat(desk.get(SignedIn.manager(), changes(ada) + "/new")).hasRedirectedUrl(member(ada) + "#change");
    }

    @Test
    void aStepBackIsRefusedWithBothStatusesAndSteps() {
        var grace = desk.member(program, "Grace", "Hopper", ATTENDED);
        var words = "Grace Hopper is Attended (step 70) and so already past Registered (step 40). Nothing was changed.";

        var answer = desk.post(SignedIn.manager(), changes(grace), Map.of("status", "REGISTERED"));
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).expectFirst("#alert").text()).isEqualTo(words);

        var part = desk.postPart(SignedIn.manager(), changes(grace), Map.of("status", "REGISTERED", "list", ""));
        assertThat(part).hasStatus(409);
        assertThat(part(part).expectFirst("#alert").text()).isEqualTo(words);
        assertThat(fixture.history(grace)).containsExactly("-→ATTENDED");
    }

    @Test
    void whoeverSawAnOlderStatusIsToldWhoWasFaster() {
        desk.post(SignedIn.administrator(), changes(ada), Map.of("status", "REGISTERED", "expected", "INVITED"));
        var late = desk.post(
                SignedIn.manager(),
                changes(ada),
                Map.of("status", "REJECTED", "reason", "too late", "expected", "INVITED"));
        assertThat(late).hasStatus(409);
        var page = page(late);
        assertThat(page.expectFirst("#alert").text())
                .isEqualTo("Ada Lovelace was changed meanwhile by user-administrator to Registered, on 2 Mar 2026,"
                        + " 10:00 CET. Nothing was changed to Rejected; look again and decide.");
        assertThat(page.expectFirst("form.change [name=expected]").val()).isEqualTo("REGISTERED");
        assertThat(page.expectFirst("form.change [name=reason]").val())
                .as("what was typed")
                .isEqualTo("too late");
        assertThat(fixture.history(ada)).containsExactly("-→INVITED", "INVITED→REGISTERED");
    }

    @Test
    void rejectedRequiresAReasonWhichIsSaidBesideTheField() {
        var answer = desk.post(SignedIn.manager(), changes(ada), Map.of("status", "REJECTED", "reason", " "));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).expectFirst("#reason-error").text()).isEqualTo("Give a reason.");
        assertThat(page(answer).expectFirst("#reason").attr("aria-describedby")).isEqualTo("reason-error");

        var part = desk.postPart(SignedIn.manager(), changes(ada), Map.of("status", "REJECTED", "list", ""));
        assertThat(part).hasStatus(422);
        assertThat(part(part).expectFirst("#" + ada + "-reason-error").text()).isEqualTo("Give a reason.");
        assertThat(part(part).select("[data-focus]").eachAttr("id")).contains(ada + "-reason");
    }

    @Test
    void aFormThatIsNotWholeIsSentBack() {
        assertThat(desk.post(SignedIn.manager(), changes(ada), Map.of("reason", "why")))
                .hasStatus(422);
        assertThat(desk.post(
                        SignedIn.manager(), changes(ada), Map.of("status", "REGISTERED", "reason", "a".repeat(501))))
                .hasStatus(422);
        assertThat(desk.post(SignedIn.manager(), changes(ada), Map.of("status", "REGISTERED", "reason", "a\u0000b")))
                .hasStatus(422);
        assertThat(desk.post(SignedIn.manager(), changes(ada), Map.of("status", "NO_SUCH")))
                .hasStatus(400);
        assertThat(fixture.history(ada)).containsExactly("-→INVITED");
    }

    @Test
    void twentyEqualRequestsAtOnceHaveOneEffect() throws Exception {
        var form = Map.of("status", "REGISTERED", "expected", "INVITED", "requestId", UUID.randomUUID());
        var who = SignedIn.manager();
        desk.get(who, member(ada));
        Callable<MvcTestResult> send = () -> desk.post(who, changes(ada), form);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> send).toList());
            for (var answer : answers) {
                assertThat(answer.get()).hasStatus(303).hasRedirectedUrl(member(ada));
            }
        }
        assertThat(fixture.history(ada)).containsExactly("-→INVITED", "INVITED→REGISTERED");
    }

    @Test
    void aRepeatedRequestSaysWhatTheFirstOneCameTo() {
        var request = UUID.randomUUID();
        desk.post(SignedIn.manager(), changes(ada), Map.of("status", "REGISTERED", "requestId", request));

        var again = desk.postPart(
                SignedIn.manager(), changes(ada), Map.of("status", "ATTENDED", "requestId", request, "list", ""));

        assertThat(again)
                .hasStatusOk()
                .bodyText()
                .contains("is now Registered.")
                .doesNotContain("is now Attended.");
        assertThat(fixture.history(ada)).containsExactly("-→INVITED", "INVITED→REGISTERED");
    }

    @Test
    void anApproverDecidesOnThePendingAndOnNobodyElse() {
        var pending = desk.member(program, "Grace", "Hopper", PENDING_APPROVAL);
        var form = page(desk.get(SignedIn.approver(), member(pending))).expectFirst("form.change");
        assertThat(form.select("input[name=status]").eachAttr("value"))
                .containsExactly("REJECTED", "WAITLISTED", "REGISTERED");
        assertThat(page(desk.get(SignedIn.approver(), member(ada))).select("input[name=status]"))
                .isEmpty();

        assertThat(desk.post(SignedIn.approver(), changes(ada), Map.of("status", "REGISTERED")))
                .hasStatus(403);
        assertThat(desk.post(SignedIn.approver(), changes(pending), Map.of("status", "ATTENDED")))
                .hasStatus(403);
        assertThat(desk.post(SignedIn.viewer(), changes(pending), Map.of("status", "REGISTERED")))
                .hasStatus(403);
        assertThat(desk.post(SignedIn.approver(), changes(pending), Map.of("status", "REGISTERED")))
                .hasStatus(303);
        assertThat(page(desk.get(SignedIn.viewer(), member(pending)))
                        .select(".timeline-who")
                        .first()
                        .text())
                .isEqualTo("user-APPROVER · decision");
    }

    @Test
    void approvingIsOneClickAndLeadsToTheWaitlistOnceThereIsNoSeat() {
        program = fixture.program(1);
        var grace = desk.member(program, "Grace", "Hopper", PENDING_APPROVAL);
        var linus = desk.member(program, "Linus", "Berg", PENDING_APPROVAL);
        approve(grace, "Approve Grace Hopper");
        approve(linus, "Approve to waitlist Linus Berg");
        assertThat(fixture.statusOf(grace)).isEqualTo("REGISTERED");
        assertThat(fixture.statusOf(linus)).isEqualTo("WAITLISTED");
    }

    private void approve(long member, String button) {
        var list = page(desk.get(SignedIn.approver(), "/programs/" + program.id() + "/members"));
        Element form = list.expectFirst("#member-" + member + " form");
        assertThat(form.select("button").text()).isEqualTo(button);
        assertThat(desk.postPart(SignedIn.approver(), form.attr("hx-post"), Desk.fields(form)))
                .hasStatusOk();
    }
}
