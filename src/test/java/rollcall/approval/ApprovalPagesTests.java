package rollcall.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REJECTED;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.provider.Webinars;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;
import rollcall.web.Flash;

abstract class ApprovalPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Programs programs;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Webinars webinars;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private RequestPostProcessor approver;

    @BeforeEach
    void begin() {
        program = program("Decided");
        approver = SignedIn.approverOf(program.key());
    }

    private Program program(String name) {
        var plain = Plans.limited(name, 5);
        return programs.create(
                Actor.SYSTEM,
                new ProgramPlan(name, "", plain.startsAt(), plain.endsAt(), plain.zone(), 5, true, true, false, null));
    }

    private long pending() {
        clock.advance(Duration.ofMinutes(1));
        return fixture.member(program, PENDING_APPROVAL);
    }

    private MvcTestResult get(RequestPostProcessor who, String address) {
        return mvc.get().uri(URI.create(address)).with(who).exchange();
    }

    private MvcTestResult post(RequestPostProcessor who, String address, Map<String, ?> form) {
        var request = mvc.post().uri(URI.create(address)).with(who).with(csrf());
        form.forEach((name, value) -> {
            for (var one : value instanceof List<?> several ? several : List.of(value)) {
                request.param(name, one.toString());
            }
        });
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Long> listed(String address) {
        var answer = get(approver, address);
        assertThat(answer).hasStatusOk();
        return page(answer).select("tr[data-member-id]").stream()
                .map(row -> Long.valueOf(row.attr("data-member-id")))
                .toList();
    }

    @Test
    void thoseWhoWaitLongestComeFirstPageByPage() {
        var all = new ArrayList<Long>();
        for (int i = 0; i < InboxPages.PAGE + 2; i++) {
            all.add(pending());
        }
        var first = page(get(approver, "/approvals"));
        assertThat(listed("/approvals")).isEqualTo(all.subList(0, InboxPages.PAGE));
        var next = first.selectFirst("#pager-next").attr("href");
        assertThat(listed(next)).isEqualTo(all.subList(InboxPages.PAGE, all.size()));
        assertThat(first.select(".nav-count").text()).contains("52");
    }

    @Test
    void whoeverDecidesOnSomebodySeesThatTheWebinarIsSimulated() {
        var one = "/approvals/" + pending();
        assertThat(page(get(approver, one)).select("main .mark")).isEmpty();

        webinars.choose(program, "simulator");

        assertThat(page(get(approver, one)).select("main .mark").eachText()).containsExactly("Simulated");
    }

    @Test
    void anApproverSeesOnlyTheirOwnProgram() {
        var mine = pending();
        var other = fixture.member(program("Elsewhere"), PENDING_APPROVAL);
        assertThat(listed("/approvals")).containsExactly(mine);
        assertThat(get(approver, "/approvals/" + other)).hasStatus(404);
        assertThat(post(approver, "/approvals/" + other + "/decisions", Map.of("decision", "APPROVE")))
                .hasStatus(404);
        assertThat(fixture.statusOf(other)).isEqualTo(PENDING_APPROVAL.name());
    }

    @Test
    void aViewerHasNoInbox() {
        var member = pending();
        var viewer = SignedIn.viewerOf(program.key());
        assertThat(get(viewer, "/approvals")).hasStatus(403);
        assertThat(get(viewer, "/approvals/" + member)).hasStatus(403);
        assertThat(page(get(viewer, "/programs")).select("a[href=/approvals]")).isEmpty();
        assertThat(page(get(approver, "/programs")).select("a[href=/approvals]"))
                .hasSize(1);
    }

    @Test
    void anApproverSeesNoPhoneAndAManagerDoes() {
        var member = pending();
        jdbc.sql("update person set phone = '+46 8 1', job_title = 'Analyst' where id = :id")
                .param("id", fixture.personOf(member))
                .update();
        assertThat(page(get(approver, "/approvals/" + member)).text())
                .contains("Analyst")
                .doesNotContain("+46 8 1");
        assertThat(page(get(SignedIn.managerOf(program.key()), "/approvals/" + member))
                        .text())
                .contains("+46 8 1");
    }

    @Test
    void afterADecisionTheNextOneIsShown() {
        var one = pending();
        var two = pending();
        assertThat(post(approver, "/approvals/" + one + "/decisions", Map.of("decision", "APPROVE")))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/approvals/" + two);
        assertThat(fixture.statusOf(one)).isEqualTo(REGISTERED.name());
        assertThat(post(
                        approver,
                        "/approvals/" + two + "/decisions",
                        Map.of("decision", "REJECT", "reason", "A competitor", "words", "of ours")))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/approvals");
        assertThat(fixture.statusOf(two)).isEqualTo(REJECTED.name());
        assertThat(page(get(approver, "/approvals/" + two)).select("#decisions").text())
                .contains("A competitor: of ours", "in the inbox");
    }

    @Test
    void rejectingWithoutAReasonComesBack() {
        var member = pending();
        var answer = post(approver, "/approvals/" + member + "/decisions", Map.of("decision", "REJECT"));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#error-summary").text()).contains("Give a reason");
        assertThat(fixture.statusOf(member)).isEqualTo(PENDING_APPROVAL.name());
    }

    @Test
    void whoeverIsLateIsToldWhoDecided() {
        var member = pending();
        fixture.change(program, List.of(member), REJECTED);
        var answer = post(approver, "/approvals/" + member + "/decisions", Map.of("decision", "APPROVE"));
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#alert").text()).contains("changed meanwhile by Rollcall to Rejected");
        assertThat(page(answer).select("#decided")).hasSize(1);
    }

    @Test
    void whoeverIsPutOffIsOutOfTheListUntilThen() {
        var one = pending();
        var two = pending();
        assertThat(post(approver, "/approvals/" + one + "/deferrals", Map.of("hours", "24", "note", "on leave")))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/approvals/" + two);
        assertThat(listed("/approvals")).containsExactly(two);
        assertThat(listed("/approvals?show=later")).containsExactly(one);
        assertThat(page(get(approver, "/approvals/" + one)).text()).contains("on leave");
        assertThat(post(approver, "/approvals/" + one + "/deferrals/removal", Map.of()))
                .hasStatus(303);
        assertThat(listed("/approvals")).containsExactly(one, two);

        post(approver, "/approvals/" + one + "/deferrals", Map.of("hours", "4"));
        clock.advance(Duration.ofHours(5));
        assertThat(listed("/approvals")).containsExactly(one, two);
    }

    @Test
    void manyAreShownBeforeTheyAreDecided() {
        var members = List.of(pending(), pending());
        var preview = post(approver, "/approvals/decisions", Map.of("decision", "APPROVE", "memberId", members));
        assertThat(preview).hasStatusOk();
        assertThat(page(preview).select("#tally").text()).isEqualTo("2 would be registered");
        assertThat(fixture.statusOf(members.getFirst())).isEqualTo(PENDING_APPROVAL.name());
        assertThat(post(
                        approver,
                        "/approvals/decisions",
                        Map.of("decision", "APPROVE", "memberId", members, "confirm", "true")))
                .hasStatus(303);
        assertThat(fixture.statusOf(members.getFirst())).isEqualTo(REGISTERED.name());
        assertThat(post(approver, "/approvals/decisions", Map.of("decision", "REJECT", "memberId", members)))
                .hasStatus(422);
        assertThat(post(approver, "/approvals/decisions", Map.of("decision", "APPROVE")))
                .hasStatus(422);
    }

    @Test
    void whatFollowsFromDecidingOnManyIsNamedForEachProgram() {
        var members = List.of(pending(), pending());
        webinars.choose(program, "scripted");
        var form = Map.of("decision", "APPROVE", "memberId", members);
        var provider = messages.getMessage("provider.kind.scripted", null, "scripted", Locale.ENGLISH);

        assertThat(page(post(approver, "/approvals/decisions", form))
                        .select("#caused :is(p, li)")
                        .eachText())
                .containsExactly("2 registrations are sent to " + provider + ".");

        var other = program("Elsewhere");
        webinars.choose(other, "scripted");
        var both = Map.of(
                "decision",
                "APPROVE",
                "memberId",
                List.of(members.getFirst(), fixture.member(other, PENDING_APPROVAL)));
        var one = "One registration is sent to " + provider + ".";
        assertThat(page(post(SignedIn.administrator(), "/approvals/decisions", both))
                        .select("#caused :is(p, li)")
                        .eachText())
                .containsExactly("Decided", one, "Elsewhere", one);
    }

    @Test
    void whatDecidingOnManyCameToIsSaidWithTheReasons() {
        var gone = pending();
        var members = List.of(pending(), gone);
        changes.change(fixture.ask(program, REGISTERED), gone);
        var answer = post(
                approver,
                "/approvals/decisions",
                Map.of("decision", "REJECT", "words", "no", "memberId", members, "confirm", "true"));
        assertThat(answer).hasStatus(303);
        var said = (Flash) answer.getMvcResult().getFlashMap().get("flash");
        assertThat(messages.getMessage(said.message(), said.arguments(), Locale.ENGLISH))
                .isEqualTo("1 person was decided: 1 rejected. 1 does not wait any more.");
    }

    @Test
    void allOfAProgramAreMeantWhereOneIsChosen() {
        pending();
        pending();
        var preview = post(
                approver,
                "/approvals/decisions",
                Map.of("decision", "REJECT", "words", "no", "all", "true", "in", program.key()));
        assertThat(page(preview).select("#tally").text()).isEqualTo("2 would be rejected");
        assertThat(page(preview).select(".card-foot input[name=memberId]")).hasSize(2);
    }

    @Test
    void aManagerSaysHowTheProgramDecides() {
        var manager = SignedIn.managerOf(program.key());
        var address = "/programs/%d/approval".formatted(program.key());
        assertThat(get(approver, address)).hasStatus(403);
        assertThat(post(manager, address, Map.of("days", "5"))).hasStatus(422);
        assertThat(post(manager, address, Map.of("days", "0", "expiryReason", "x")))
                .hasStatus(422);
        assertThat(post(manager, address, Map.of("days", "5", "expiryReason", "too late", "reasons", "One\r\n\r\nTwo")))
                .hasStatus(303);
        assertThat(page(get(approver, "/approvals/" + pending()))
                        .select("#reason option")
                        .eachText())
                .containsExactly("None of these", "One", "Two");
    }

    @Test
    void moreRowsAskNoMoreOfTheDatabase() {
        pending();
        get(approver, "/approvals"); // makes the account
        var one = Queries.of(() -> get(approver, "/approvals"));
        pending();
        pending();
        var three = Queries.of(() -> get(approver, "/approvals"));
        assertThat(three).hasSameSizeAs(one);
    }

    @Test
    void moreProgramsAskNoMoreOfTheDatabaseEvenWhenTheyAreFull() {
        full("Full");
        get(SignedIn.approver(), "/approvals"); // makes the account
        var one = Queries.of(() -> get(SignedIn.approver(), "/approvals"));
        full("Full as well");
        full("Full too");
        var three = Queries.of(() -> get(SignedIn.approver(), "/approvals"));
        assertThat(three).hasSameSizeAs(one);
    }

    /** A program without a free seat, in which somebody waits for a decision. */
    private void full(String name) {
        var other = program(name);
        for (int seat = 0; seat < 5; seat++) {
            fixture.member(other, REGISTERED);
        }
        clock.advance(Duration.ofMinutes(1));
        fixture.member(other, PENDING_APPROVAL);
    }
}
