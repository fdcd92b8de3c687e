package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.page;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class BulkPagesTests {

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Jobs jobs;

    @Autowired
    private StatusChanges changes;

    private Program program;
    private String path;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        path = "/programs/" + program.id() + "/status-changes";
    }

    private MvcTestResult send(Map<String, ?> form) {
        return desk.post(SignedIn.manager(), path, form);
    }

    /** The confirmation that the preview offers, as its form would send it. */
    private Map<String, Object> confirmation(MvcTestResult preview) {
        var fields = new HashMap<>(Desk.fields(page(preview).expectFirst(".preview form")));
        fields.put("confirm", "true");
        return fields;
    }

    private static List<String> tally(MvcTestResult answer) {
        return page(answer).select(".tally-line").stream()
                .map(line -> line.select(".tally-count").text() + " "
                        + line.select(".tally-words").text())
                .toList();
    }

    @Test
    void thePreviewSaysWhatItWouldComeToAndWritesNothing() {
        var invited = fixture.members(program, 3, INVITED);
        fixture.members(program, 2, PENDING_APPROVAL);
        fixture.members(program, 2, REGISTERED);
        desk.member(program, "Ada", "Lovelace", ATTENDED);

        var answer = send(Map.of("all", "true", "status", "REGISTERED"));
        assertThat(answer).hasStatusOk();
        assertThat(tally(answer))
                .containsExactly("5 will become Registered", "2 already Registered", "1 already past Registered");
        assertThat(page(answer).select(".moves li").eachText())
                .containsExactly("3 Invited Registered", "2 Pending Approval Registered");
        assertThat(page(answer).select(".names").text()).isEqualTo("Ada Lovelace (Attended)");
        assertThat(page(answer).select(".preview button").text()).isEqualTo("Change 5 members to Registered");
        assertThat(fixture.history(invited.getFirst())).containsExactly("-→INVITED");
    }

    @Test
    void theConfirmationChangesThoseOfThePreviewAndTellsTheOutcome() {
        var ids = fixture.members(program, 3, INVITED);
        var ada = desk.member(program, "Ada", "Lovelace", ATTENDED);
        var preview = send(
                Map.of("memberId", List.of(ids.get(0), ids.get(1), ada), "status", "REGISTERED", "reason", "Fair"));

        var done = send(confirmation(preview));
        assertThat(done).hasStatus(303);
        assertThat(ids).extracting(fixture::statusOf).containsExactly("REGISTERED", "REGISTERED", "INVITED");

        var result = desk.get(SignedIn.viewer(), done.getResponse().getRedirectedUrl());
        assertThat(tally(result)).containsExactly("2 are now Registered", "1 not changed: already past it");
        assertThat(page(result).select(".names").text()).isEqualTo("Ada Lovelace (Attended)");

        var csv = page(result).select(".card-foot a").attr("href");
        assertThat(csv).isEqualTo(done.getResponse().getRedirectedUrl() + ".csv");
        var file = desk.get(SignedIn.viewer(), csv);
        assertThat(file).hasHeader("Content-Type", "text/csv;charset=UTF-8");
        assertThat(jdbc.sql("select details from audit_entry where kind = 'SKIPPED_EXPORTED'")
                        .query(String.class)
                        .list())
                .as("noted in the audit")
                .filteredOn(one -> one.matches(".*\"program\":%d\\b.*".formatted(program.key())))
                .singleElement()
                .asString()
                .contains("\"rows\":1");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment; filename=");
        assertThat(Desk.text(file).lines())
                .containsExactly(
                        "\ufeff\"Name\",\"E-mail\",\"Status\",\"Reason\"",
                        "\"Ada Lovelace\",\"ada.lovelace.%d@example.org\",\"Attended\",\"not changed: already past it\""
                                .formatted(program.key()));
    }

    @Test
    void theOutcomeNamesWhomItChangedAndFromWhat() {
        var ada = desk.member(program, "Ada", "Lovelace", INVITED);
        var linus = desk.member(program, "Linus", "Berg", PENDING_APPROVAL);
        desk.member(program, "Grace", "Hopper", ATTENDED);
        var done = send(Map.of("all", "true", "status", "REGISTERED", "reason", "By phone", "confirm", "true"));
        var address = done.getResponse().getRedirectedUrl();

        var result = page(desk.get(SignedIn.viewer(), address));

        assertThat(Desk.names(result)).containsExactlyInAnyOrder("Ada Lovelace", "Linus Berg");
        assertThat(result.select("#ways a").eachText())
                .containsExactly("All", "Invited to Registered 1", "Pending Approval to Registered 1");
        var row = result.expectFirst("tr[data-member-id=%d]".formatted(linus));
        assertThat(row.select("a").attr("href")).isEqualTo("/programs/%d/members/%d".formatted(program.key(), linus));
        assertThat(row.select("td").eachText()).containsExactly("Pending Approval to Registered", "By phone");

        var way = result.select("#ways a").get(1).attr("href");
        assertThat(way).isEqualTo(address + "?from=INVITED&to=REGISTERED#who");
        var narrowed = page(desk.get(SignedIn.viewer(), way.replace("#who", "")));
        assertThat(narrowed.select("#moved tbody tr").eachAttr("data-member-id"))
                .containsExactly(Long.toString(ada));
        assertThat(narrowed.select("#ways [aria-current]").text()).isEqualTo("Invited to Registered 1");
    }

    @Test
    void theOutcomeOfManyIsReadInPagesAcrossItsChangeSets() {
        var job = jobs.start(BulkWorker.KIND, program.key(), Actor.SYSTEM, 0, "", null);
        var ids = fixture.members(program, 70, INVITED);
        ids.addAll(fixture.members(program, 60, PENDING_APPROVAL));
        for (int from = 0; from < 130; from += 10) {
            changes.change(fixture.ask(program, REGISTERED).partOf(job), ids.subList(from, from + 10));
        }
        var address = path + "/job/" + job;

        var read = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        for (var at = address; !at.isEmpty(); ) {
            var page = page(desk.get(SignedIn.viewer(), at));
            var some = page.select("#moved tbody tr").eachAttr("data-member-id");
            read.addAll(some);
            sizes.add(some.size());
            at = page.select("#pager-next").attr("href").replace("#who", "");
        }
        assertThat(sizes).containsExactly(50, 50, 30);
        assertThat(read).containsExactlyInAnyOrderElementsOf(words(ids));

        var first = page(desk.get(SignedIn.viewer(), address + "?from=PENDING_APPROVAL&to=REGISTERED"));
        var second = page(desk.get(
                SignedIn.viewer(), first.expectFirst("#pager-next").attr("href").replace("#who", "")));
        var pending = new ArrayList<>(first.select("#moved tbody tr").eachAttr("data-member-id"));
        assertThat(pending).hasSize(50);
        pending.addAll(second.select("#moved tbody tr").eachAttr("data-member-id"));
        assertThat(pending).containsExactlyInAnyOrderElementsOf(words(ids.subList(70, 130)));
    }

    private static List<String> words(List<Long> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    @Test
    void threeChangedAreNamedWithAsManyQueriesAsOne() {
        var one = changeOf(1);
        page(desk.get(SignedIn.viewer(), one));
        var queries = Queries.of(() -> desk.get(SignedIn.viewer(), one)).size();
        var three = changeOf(3);
        assertThat(Queries.of(() -> desk.get(SignedIn.viewer(), three))).hasSize(queries);
        assertThat(page(desk.get(SignedIn.viewer(), three)).select("#moved tbody tr"))
                .hasSize(3);
    }

    private String changeOf(int members) {
        var ids = fixture.members(program, members, INVITED);
        return path + "/"
                + changes.change(fixture.ask(program, REGISTERED), ids).id();
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsDefused() {
        var details = new rollcall.person.PersonDetails(
                "sum.%d@example.org".formatted(program.key()), "=SUM(A1)", "", "", "", "", "", "", "");
        var member = desk.member(program, details, ATTENDED);
        var done = send(Map.of("memberId", member, "status", "INVITED", "confirm", "true"));
        assertThat(Desk.text(desk.get(SignedIn.viewer(), done.getResponse().getRedirectedUrl() + ".csv")))
                .contains("\n\"'=SUM(A1)\",");
    }

    @Test
    void onlyThoseThatMatchAreMeant() {
        var ada = desk.member(program, "Ada", "Lovelace", INVITED);
        var grace = desk.member(program, "Grace", "Hopper", INVITED);
        var linus = desk.member(program, "Linus", "Berg", PENDING_APPROVAL);
        var form = Map.of("all", "true", "filter", "status=INVITED&q=a", "status", "REGISTERED", "confirm", "true");
        assertThat(send(form)).hasStatus(303);
        assertThat(List.of(ada, grace, linus))
                .extracting(fixture::statusOf)
                .containsExactly("REGISTERED", "REGISTERED", "PENDING_APPROVAL");

        assertThat(desk.post(
                        SignedIn.manager(),
                        path + "?status=PENDING_APPROVAL",
                        Map.of("all", "true", "status", "REJECTED", "reason", "no", "confirm", "true")))
                .hasStatus(303);
        assertThat(List.of(ada, grace, linus))
                .extracting(fixture::statusOf)
                .containsExactly("REGISTERED", "REGISTERED", "REJECTED");
    }

    @Test
    void membersOfOtherProgramsAreNotTouched() {
        var stranger = desk.member(fixture.program(null), "Grace", "Hopper", INVITED);
        assertThat(send(Map.of("memberId", stranger, "status", "REGISTERED", "confirm", "true")))
                .hasStatus(303);
        assertThat(fixture.history(stranger)).containsExactly("-→INVITED");
    }

    @Test
    void aPreviewForOtherMembersIsNotConfirmed() {
        var ids = fixture.members(program, 2, INVITED);
        var preview = send(Map.of("all", "true", "status", "REGISTERED"));
        ids.addAll(fixture.members(program, 1, INVITED));

        var answer = send(confirmation(preview));
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#objection").text())
                .startsWith("Other members are meant by now than the preview was for: 1 member came in and nobody left."
                        + " Nothing was changed.");
        assertThat(ids).extracting(fixture::statusOf).containsOnly("INVITED");

        assertThat(send(confirmation(answer))).hasStatus(303);
        assertThat(ids).extracting(fixture::statusOf).containsOnly("REGISTERED");
    }

    @Test
    void oneWhoCameInForOneWhoLeftDoesNotGoUnnoticed() {
        var ids = fixture.members(program, 2, INVITED);
        var form = Map.of("all", "true", "filter", "status=INVITED", "status", "REGISTERED");
        var preview = send(form);
        fixture.change(program, ids.subList(0, 1), ATTENDED);
        ids.addAll(fixture.members(program, 1, INVITED));

        var answer = send(confirmation(preview));
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#objection").text()).contains("1 member came in and 1 left");
        assertThat(ids).extracting(fixture::statusOf).containsExactly("ATTENDED", "INVITED", "INVITED");

        assertThat(send(confirmation(answer))).hasStatus(303);
        assertThat(ids).extracting(fixture::statusOf).containsExactly("ATTENDED", "REGISTERED", "REGISTERED");
    }

    @Test
    void whatIsFrozenForAJobIsHeldAgainstThePreview() {
        var ids = fixture.members(program, 1_001, INVITED);
        var form = Map.of("all", "true", "filter", "status=INVITED", "status", "REGISTERED");
        var preview = confirmation(send(form));
        fixture.change(program, ids.subList(0, 2), ATTENDED);
        fixture.members(program, 2, INVITED);

        var answer = send(preview);
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#objection").text()).contains("2 members came in and 2 left");
        assertThat(jobs.findByRequest(program.key(), preview.get("requestId").toString()))
                .as("no job is left behind")
                .isEmpty();

        var confirmed = confirmation(answer);
        var job = send(confirmed).getResponse().getRedirectedUrl();
        assertThat(job).matches("/jobs/\\d+");
        fixture.members(program, 1, INVITED);
        assertThat(send(confirmed).getResponse().getRedirectedUrl())
                .as("the same again")
                .isEqualTo(job);
    }

    @Test
    void aPreviewOfLongAgoIsLookedAtAgain() {
        var ids = fixture.members(program, 1, INVITED);
        var form = confirmation(send(Map.of("all", "true", "status", "REGISTERED")));
        jdbc.sql("update bulk_preview set made_at = :then where program_id = :program")
                .param(
                        "then",
                        Timestamp.from(TestClock.START.minus(BulkPreviews.KEPT).minusSeconds(1)))
                .param("program", program.key())
                .update();

        var answer = send(form);
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#objection").text()).startsWith("The preview was too long ago.");
        assertThat(ids).extracting(fixture::statusOf).containsExactly("INVITED");
        form.put("preview", "made up");
        assertThat(send(form)).hasStatus(409);
    }

    /** As a page that was open during an upgrade sends it. */
    @Test
    void aPreviewThatIsNotNamedIsLookedAtAgain() {
        var ids = fixture.members(program, 1, INVITED);
        var form = confirmation(send(Map.of("all", "true", "status", "REGISTERED")));
        form.remove("preview");

        assertThat(send(form)).hasStatus(409);
        assertThat(ids).extracting(fixture::statusOf).containsExactly("INVITED");
    }

    @Test
    void twentyEqualConfirmationsAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        var ids = fixture.members(program, 5, INVITED);
        // Those who were changed do not match any more: a repeat must not take that for another selection.
        var form = confirmation(send(Map.of("all", "true", "filter", "status=INVITED", "status", "REGISTERED")));
        Callable<String> once = () -> {
            var answer = send(form);
            assertThat(answer).hasStatus(303);
            return answer.getResponse().getRedirectedUrl();
        };
        try (var threads = Executors.newFixedThreadPool(20)) {
            var addresses = new java.util.HashSet<String>();
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> once).toList())) {
                addresses.add(answer.get());
            }
            assertThat(addresses).hasSize(1);
            assertThat(tally(desk.get(SignedIn.viewer(), addresses.iterator().next())))
                    .containsExactly("5 are now Registered");
        }
        for (var id : ids) {
            assertThat(fixture.history(id)).containsExactly("-→INVITED", "INVITED→REGISTERED");
        }
    }

    @Test
    void takingOutMoreThanAHundredIsTyped() {
        fixture.members(program, 101, INVITED);
        var preview = send(Map.of("all", "true", "status", "NOT_IN_PROGRAM"));
        assertThat(page(preview).select("label[for=typed]").text()).isEqualTo("Type 101 to confirm");

        var form = confirmation(preview);
        assertThat(send(form)).hasStatus(409);
        form.put("typed", "100");
        assertThat(send(form)).hasStatus(409);
        assertThat(fixture.counted(program)).containsExactly(Map.entry("INVITED", 101L));
        form.put("typed", "101");
        assertThat(send(form)).hasStatus(303);
        assertThat(fixture.counted(program)).containsExactly(Map.entry("NOT_IN_PROGRAM", 101L));
    }

    @Test
    void moreThanAThousandAreAJobWhoseOutcomeIsOnePage() {
        fixture.members(program, 1_001, INVITED);
        desk.member(program, "Ada", "Lovelace", ATTENDED);
        var answer =
                send(Map.of("all", "true", "status", "REGISTERED", "confirm", "true", "requestId", UUID.randomUUID()));
        assertThat(answer).hasStatus(303);
        var job = answer.getResponse().getRedirectedUrl();
        assertThat(job).matches("/jobs/\\d+");
        runner.run(Long.parseLong(job.substring("/jobs/".length())));

        var result = page(desk.get(SignedIn.viewer(), job))
                .expectFirst("#job-result")
                .attr("href");
        assertThat(result).isEqualTo(path + "/job/" + job.substring("/jobs/".length()));
        assertThat(tally(desk.get(SignedIn.viewer(), result)))
                .containsExactly("1,001 are now Registered", "1 not changed: already past it");
        assertThat(Desk.text(desk.get(SignedIn.viewer(), result + ".csv")).lines())
                .hasSize(2);
    }

    @Test
    void whatIsMissingIsAskedFor() {
        var ada = desk.member(program, "Ada", "Lovelace", INVITED);
        var nobody = send(Map.of("status", "REGISTERED", "confirm", "true"));
        assertThat(nobody).hasStatus(422);
        assertThat(page(nobody).select("#objection").text())
                .isEqualTo("Tick at least one member, or choose all that match.");
        var noStatus = send(Map.of("memberId", ada, "status", ""));
        assertThat(noStatus).hasStatus(422);
        assertThat(page(noStatus).select("#objection").text()).isEqualTo("Choose a status.");
        assertThat(send(Map.of("memberId", ada, "status", "NO_SUCH"))).hasStatus(400);
    }

    @Test
    void onlyAManagerChangesMany() {
        var ada = desk.member(program, "Ada", "Lovelace", PENDING_APPROVAL);
        var form = Map.of("memberId", ada, "status", "REGISTERED", "confirm", "true");
        assertThat(desk.post(SignedIn.viewer(), path, form)).hasStatus(403);
        assertThat(desk.post(SignedIn.approver(), path, form)).hasStatus(403);
        assertThat(desk.post(SignedIn.managerOf(fixture.program(null).key()), path, form))
                .hasStatus(404);
        assertThat(fixture.history(ada)).containsExactly("-→PENDING_APPROVAL");
    }

    @Test
    void aChangeOfAnotherProgramIsNotFound() {
        var ada = desk.member(program, "Ada", "Lovelace", INVITED);
        var done = send(Map.of("memberId", ada, "status", "REGISTERED", "confirm", "true"));
        var id = done.getResponse().getRedirectedUrl().replaceAll(".*/", "");
        var other = "/programs/" + fixture.program(null).id() + "/status-changes/";
        assertThat(desk.get(SignedIn.manager(), other + id)).hasStatus(404);
        assertThat(desk.get(SignedIn.manager(), other + id + ".csv")).hasStatus(404);
        assertThat(desk.get(SignedIn.manager(), other + "job/0")).hasStatus(404);
    }
}
