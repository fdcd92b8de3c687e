package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.provider.Reading.leadsTo;
import static rollcall.provider.Reading.problem;
import static rollcall.provider.RefreshFixture.came;
import static rollcall.provider.RefreshFixture.registrant;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.job.JobRunner;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.person.Erasures;
import rollcall.person.People;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class RefreshPagesTests {

    @Autowired
    private RefreshFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private People people;

    @Autowired
    private Erasures erasures;

    @Autowired
    private Reading reading;

    @Autowired
    private RefreshRows rows;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private ScriptedReport.Script script;
    private String list;
    private String unmatched;

    @BeforeEach
    void begin() {
        program = fixture.program();
        script = fixture.script(program);
        list = "/programs/%d/refreshes".formatted(program.key());
        unmatched = "/programs/%d/unmatched".formatted(program.key());
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
    }

    private String pageOf(Refresh refresh) {
        return list + "/" + refresh.id();
    }

    @Test
    void theListSaysWhatWasBroughtAndWhatIsNext() {
        clock.set(program.startsAt());
        var page = reading.page(SignedIn.viewer(), list);
        assertThat(page.select("h1").text()).isEqualTo("Attendance");
        assertThat(page.expectFirst("#next-refresh time").attr("datetime"))
                .isEqualTo(program.endsAt().plus(Duration.ofMinutes(30)).toString());
        assertThat(page.select("#to-unmatched").text()).isEqualTo("Nobody waits for a decision");
        assertThat(page.select("main form")).as("who only looks starts nothing").isEmpty();
        assertThat(page.select(".empty-state h2").text()).isEqualTo("No refresh yet");

        clock.set(program.endsAt().plus(Duration.ofHours(1)));
        fixture.ran(program);
        var row = reading.page(SignedIn.manager(), list).expectFirst("#refreshes-table tbody tr");
        assertThat(row.select("td").eachText()).containsExactly("Done", "2", "1", "marked");
        assertThat(row.attr("data-state")).isEqualTo("DONE");
    }

    @Test
    void aProgramWithoutAProviderSaysWhyThereIsNothing() {
        var byHand = members.program(null);
        var address = "/programs/%d/refreshes".formatted(byHand.key());
        var page = reading.page(SignedIn.manager(), address);
        assertThat(page.select(".empty-state h2").text()).isEqualTo("This program has no webinar provider");
        assertThat(page.select("#refresh-now")).isEmpty();

        var answer = reading.post(SignedIn.manager(), address);
        assertThat(answer).hasStatus(303).hasRedirectedUrl(address);
        assertThat(problem(answer)).isEqualTo("provider.refresh.no-webinar");
    }

    @Test
    void aClickStartsARefreshWhosePageTellsHowFarItIsAndThenWhatItCameTo() {
        var live = fixture.registered(program);
        fixture.registered(program);
        script.live.add(came(live, program, 52));
        script.live.add(came("x", "", "A Stranger", program, 12));
        var address = leadsTo(reading.post(SignedIn.manager(), list, "requestId", "click"));
        assertThat(leadsTo(reading.post(SignedIn.manager(), list, "requestId", "click")))
                .isEqualTo(address);

        var waiting = reading.page(SignedIn.viewer(), address).expectFirst("#refresh");
        assertThat(waiting.attr("hx-get")).isEqualTo(address + "?told=0");
        assertThat(waiting.attr("hx-trigger")).isEqualTo("every 2s");
        assertThat(waiting.select("progress").attr("value")).isEqualTo("0");
        assertThat(waiting.select("a.no-js-only").attr("href")).isEqualTo(address);
        var before = reading.part(SignedIn.viewer(), address + "?told=0");
        assertThat(before.select("#refresh-said")).as("nothing new to say").isEmpty();

        runner.run(rows.last(program.key()).orElseThrow().jobId());
        var ended = reading.part(SignedIn.viewer(), address + "?told=0").expectFirst("#refresh");
        assertThat(ended.hasAttr("hx-trigger")).isFalse();
        assertThat(ended.select("#refresh-said").text()).isEqualTo("Done");
        assertThat(ended.select("#changes tbody tr").eachText())
                .containsExactly("Registered No Show 1", "Registered Attended 1");
        assertThat(ended.select("#changes tbody tr .num a").attr("href")).endsWith("?from=REGISTERED&to=NO_SHOW");
        assertThat(reading.page(
                                SignedIn.viewer(),
                                ended.select("#changes tbody tr .num a").last().attr("href"))
                        .select("#moved tbody tr")
                        .eachAttr("data-member-id"))
                .containsExactly(Long.toString(live));
        assertThat(ended.select("#changes tbody tr td a.status").eachAttr("href"))
                .containsExactly(
                        "/programs/%d/members?status=NO_SHOW".formatted(program.key()),
                        "/programs/%d/members?status=ATTENDED".formatted(program.key()));
        assertThat(ended.select("#changes-heading").text()).isEqualTo("2 members were changed");
        assertThat(ended.select("#unmatched").text()).startsWith("1 attended and matches nobody");
        assertThat(ended.select("#no-shows p").text())
                .isEqualTo("Those who were registered and did not come are No Show.");
        assertThat(ended.select("#read").text()).isEqualTo("no registrations, 2 live, 0 on-demand");
        assertThat(reading.get(
                        SignedIn.viewer(), ended.expectFirst("#to-changes").attr("href")))
                .hasStatusOk();
    }

    @Test
    void aPreviewOffersToDoWhatItSays() {
        script.live.add(came(fixture.registered(program), program, 52));
        var preview = fixture.run(program, RefreshOrder.preview(Actor.SYSTEM, null));

        var page = reading.page(SignedIn.manager(), pageOf(preview));

        assertThat(page.select("h1").text()).isEqualTo("Preview of a refresh");
        assertThat(page.select("#changes-heading").text()).isEqualTo("1 member would be changed");
        assertThat(page.select("#to-changes")).isEmpty();
        assertThat(page.expectFirst("#refresh-now").attr("action")).isEqualTo(list);
        assertThat(reading.page(SignedIn.viewer(), pageOf(preview)).select("main form"))
                .isEmpty();
    }

    @Test
    void anEmptyReportIsConfirmedByAManager() {
        var absent = fixture.registered(program);
        var empty = fixture.run(program);
        var confirm = pageOf(empty) + "/empty-event";
        assertThat(reading.page(SignedIn.viewer(), pageOf(empty)).select("#no-shows form"))
                .isEmpty();
        assertThat(reading.page(SignedIn.manager(), pageOf(empty))
                        .expectFirst("#no-shows form")
                        .attr("action"))
                .isEqualTo(confirm);
        assertThat(reading.post(SignedIn.viewer(), confirm)).hasStatus(403);

        var address = leadsTo(reading.post(SignedIn.manager(), confirm, "requestId", "sure"));
        runner.run(rows.last(program.key()).orElseThrow().jobId());

        assertThat(members.statusOf(absent)).isEqualTo("NO_SHOW");
        assertThat(reading.page(SignedIn.viewer(), address)
                        .select("#confirmed-empty")
                        .text())
                .isEqualTo("user-MANAGER said that really nobody came.");
        assertThat(reading.page(SignedIn.viewer(), pageOf(empty)).select("#confirmed-empty"))
                .isEmpty();
        assertThat(reading.page(SignedIn.manager(), address)
                        .expectFirst("#no-shows")
                        .attr("data-no-shows"))
                .isEqualTo("MARKED");
        var again = reading.post(SignedIn.manager(), address + "/empty-event");
        assertThat(again).hasStatus(303).hasRedirectedUrl(address);
        assertThat(problem(again)).isEqualTo("provider.refresh.not-empty");
    }

    @Test
    void whatTheProviderFailedWithIsSaidInTheReadersLanguageWithItsOwnWords() {
        script.failures.add(new ProviderFailure.Barred("401 <b>token</b> revoked"));
        var failed = fixture.run(program);

        var page = reading.page(SignedIn.viewer(), pageOf(failed));

        assertThat(page.select("#refresh-problem p").eachText())
                .containsExactly(
                        "The provider does not let Rollcall in. Somebody has to look at the connection.",
                        "401 <b>token</b> revoked",
                        "What had been brought back before stays. Nobody was marked as No Show by a report that was not"
                                + " read to its end.");
        assertThat(reading.page(SignedIn.viewer(), "/jobs/" + failed.jobId())
                        .select("nav.tabs [aria-current=page]")
                        .text())
                .isEqualTo("Attendance");
        assertThat(reading.page(SignedIn.viewer(), "/jobs/" + failed.jobId())
                        .select(".job-problem")
                        .text())
                .isEqualTo("The provider does not let Rollcall in. Somebody has to look at the connection.");
    }

    @Test
    void whoCancelledAndWasKeptIsNamed() {
        jdbc.sql("update webinar set leaves_when_cancelled = false where program_id = :id")
                .param("id", program.key())
                .update();
        var kept = fixture.registered(program);
        script.registrants.add(registrant(kept, Registrant.State.CANCELLED, "", null));
        script.state = EventDetails.State.SCHEDULED;

        var page = reading.page(SignedIn.viewer(), pageOf(fixture.run(program)));

        assertThat(page.select("#KEPT a").attr("href"))
                .isEqualTo("/programs/%d/members/%d".formatted(program.key(), kept));
    }

    @Test
    void whomSomebodyDecidedOtherwiseAboutIsNamed() {
        var bot = fixture.registered(program);
        var gone = fixture.registered(program);
        script.live.add(came(bot, program, 5));
        script.live.add(came(gone, program, 5));
        fixture.run(program);
        for (var id : List.of(bot, gone)) {
            changes.change(members.ask(program, StatusCode.NOT_IN_PROGRAM), id);
        }
        changes.change(members.ask(program, StatusCode.REGISTERED), bot);

        var page = reading.page(SignedIn.viewer(), pageOf(fixture.run(program)));

        assertThat(page.select("#DECIDED a").eachAttr("href")).containsExactly(memberPage(bot));
        assertThat(page.select("#STAYS_OUT a").eachAttr("href")).containsExactly(memberPage(gone));
    }

    @Test
    void minutesStayAsReportedWhenTheStatusIsCorrected() {
        var bot = fixture.registered(program);
        script.live.add(came(bot, program, 52));
        fixture.run(program);
        assertThat(reading.page(SignedIn.viewer(), memberPage(bot)).select(".reported"))
                .isEmpty();

        reading.post(SignedIn.manager(), memberPage(bot) + "/correction", "status", "NO_SHOW", "reason", "A test call");

        assertThat(members.statusOf(bot)).isEqualTo("NO_SHOW");
        assertThat(reading.page(SignedIn.viewer(), memberPage(bot))
                        .select("dd:has(.reported)")
                        .text())
                .isEqualTo("52 minutes as the provider reported; the status says otherwise");
    }

    private String memberPage(long member) {
        return "/programs/%d/members/%d".formatted(program.key(), member);
    }

    @Test
    void aRefreshOfAnotherProgramIsNotThere() {
        var elsewhere = fixture.program();
        var refresh = fixture.run(program);
        var address = "/programs/%d/refreshes/%d".formatted(elsewhere.key(), refresh.id());
        assertThat(reading.get(SignedIn.manager(), address)).hasStatus(404);
        assertThat(reading.post(SignedIn.manager(), address + "/empty-event")).hasStatus(404);
        assertThat(reading.get(SignedIn.managerOf(elsewhere.key()), pageOf(refresh)))
                .hasStatus(404);
    }

    @Test
    void threeRefreshesAreListedWithAsManyQueriesAsOne() {
        fixture.run(program);
        reading.page(SignedIn.viewer(), list);
        var one = Queries.of(() -> reading.page(SignedIn.viewer(), list)).size();
        fixture.run(program);
        fixture.run(program);

        assertThat(Queries.of(() -> reading.page(SignedIn.viewer(), list))).hasSize(one);
        assertThat(reading.page(SignedIn.viewer(), list).select("#refreshes-table tbody tr"))
                .hasSize(3);
    }

    @Test
    void somebodySaysWhoAnUnmatchedAttendeeIs() {
        script.live.add(came("phone", "", "Dial-in 12", program, 12));
        var absent = fixture.registered(program);
        fixture.run(program);
        assertThat(members.statusOf(absent)).isEqualTo("NO_SHOW");
        var row = reading.page(SignedIn.manager(), unmatched).expectFirst("#unmatched tbody tr");
        assertThat(row.select("th, .num").eachText()).containsExactly("Dial-in 12", "12 min", "–");
        var one = row.expectFirst("a.btn").attr("href");

        assertThat(reading.page(SignedIn.manager(), one).select("#nobody-found"))
                .hasSize(1);
        var email = fixture.emailOf(absent);
        var found = reading.page(SignedIn.manager(), one + "?q=" + email);
        assertThat(found.select("#found tbody tr").eachAttr("data-member-id")).containsExactly(Long.toString(absent));
        assertThat(found.select("#found button").text()).isEqualTo("This one First0 Last0");

        var answer = reading.post(SignedIn.manager(), one + "/match", "memberId", Long.toString(absent));

        assertThat(answer).hasStatus(303).hasRedirectedUrl(unmatched);
        assertThat(members.statusOf(absent)).isEqualTo("ATTENDED");
        assertThat(reading.page(SignedIn.manager(), unmatched)
                        .select(".empty-state h2")
                        .text())
                .isEqualTo("Nobody waits for a decision");
        assertThat(reading.page(SignedIn.manager(), one).select("#settled")).hasSize(1);
        assertThat(problem(reading.post(SignedIn.manager(), one + "/match", "memberId", Long.toString(absent))))
                .isEqualTo("provider.unmatched.settled-already");
    }

    @Test
    void whoIsOnlyRegisteredThereIsAddedFromTheList() {
        script.registrants.add(RefreshFixture.stranger("x", "wanda@example.org", "Wanda"));
        script.registrants.add(RefreshFixture.stranger("y", "", "Away"));
        var refresh = fixture.run(program);
        var page = reading.page(SignedIn.manager(), unmatched);
        var address = "/programs/%d/refreshes/%d".formatted(program.key(), refresh.id());

        assertThat(reading.page(SignedIn.manager(), address)
                        .select("#strangers")
                        .text())
                .startsWith("2 are registered at the provider and match nobody");
        assertThat(page.select("#unmatched tbody .label").eachText()).containsExactly("registered", "registered");
        assertThat(page.select("#add-registered").attr("formaction")).isEqualTo(unmatched + "/additions");
        var one = fixture.unmatchedId(program, "Wanda");
        assertThat(reading.page(SignedIn.manager(), unmatched + "/" + one)
                        .select("#add")
                        .text())
                .isEqualTo("Add as Registered");
        var added = reading.post(SignedIn.manager(), unmatched + "/additions", "attendeeId", Long.toString(one));
        assertThat(added).hasStatus(303).hasRedirectedUrl(unmatched);
        assertThat(reading.page(SignedIn.manager(), unmatched)
                        .select("#unmatched tbody th")
                        .text())
                .isEqualTo("Away");
        assertThat(reading.post(SignedIn.manager(), unmatched + "/additions")).hasStatus(303);
    }

    @Test
    void somebodyNewIsAddedWithAnAddress() {
        script.onDemand.add(came("phone", "", "Jean van Damme", program, 12));
        fixture.run(program);
        var one = unmatched + "/" + fixture.unmatchedId(program, "Jean van Damme");
        var form = reading.page(SignedIn.manager(), one).expectFirst("#addition");
        assertThat(form.select("input[name=firstName]").val()).isEqualTo("Jean van");
        assertThat(form.select("input[name=lastName]").val()).isEqualTo("Damme");

        var wrong = reading.post(
                SignedIn.manager(), one + "/addition", "email", "jean", "firstName", "Jean", "lastName", "van Damme");
        assertThat(wrong).hasStatus(422);
        assertThat(Reading.read(wrong).select("#email-error").text()).isNotEmpty();
        assertThat(Reading.read(wrong).select("input[name=lastName]").val()).isEqualTo("van Damme");

        var email = "jean.%d@example.org".formatted(program.key());
        var added = reading.post(
                SignedIn.manager(), one + "/addition", "email", email, "firstName", "Jean", "lastName", "van Damme");
        assertThat(added).hasStatus(303).hasRedirectedUrl(unmatched);
        assertThat(members.counted(program)).isEqualTo(java.util.Map.of("ATTENDED_ON_DEMAND", 1L));
    }

    @Test
    void anAddressThatWasErasedComesBackOnlyWithATick() {
        var person = members.people(1).getFirst();
        var email = people.find(person).orElseThrow().details().email();
        erasures.erase(person, "erased");
        script.live.add(came("phone", "", "Dial-in 12", program, 12));
        fixture.run(program);
        var addition = unmatched + "/" + fixture.unmatchedId(program, "Dial-in 12") + "/addition";

        var refused = reading.post(SignedIn.manager(), addition, "email", email);
        assertThat(refused).hasStatus(422);
        assertThat(Reading.read(refused).select("#email-error").text()).startsWith("This address was erased before");
        assertThat(Reading.read(refused).select("#erasedToo")).hasSize(1);
        assertThat(people.byEmail(email)).isEmpty();

        assertThat(reading.post(SignedIn.manager(), addition, "email", email, "erasedToo", "true"))
                .hasStatus(303);
        assertThat(people.byEmail(email)).isPresent();
    }

    @Test
    void theTickedAreDismissedAndMayComeBack() {
        for (var name : List.of("One", "Two", "Three")) {
            script.live.add(came(name, "", name, program, 5));
        }
        fixture.run(program);
        var first = Long.toString(fixture.unmatchedId(program, "One"));
        var second = Long.toString(fixture.unmatchedId(program, "Two"));

        reading.post(SignedIn.manager(), unmatched + "/dismissals", "attendeeId", first, "attendeeId", second);
        assertThat(names(unmatched)).containsExactly("Three");
        assertThat(names(unmatched + "?show=dismissed")).containsExactlyInAnyOrder("One", "Two");

        reading.post(SignedIn.manager(), unmatched + "/reopenings", "attendeeId", first);
        assertThat(names(unmatched)).containsExactlyInAnyOrder("One", "Three");

        var nobody = reading.post(SignedIn.manager(), unmatched + "/dismissals");
        assertThat(problem(nobody)).isEqualTo("provider.unmatched.nobody-ticked");
    }

    private List<String> names(String address) {
        return reading.page(SignedIn.manager(), address)
                .select("#unmatched tbody th")
                .eachText();
    }

    @Test
    void whoOnlyLooksDecidesNothing() {
        script.live.add(came("phone", "", "Dial-in 12", program, 12));
        fixture.run(program);
        var one = unmatched + "/" + fixture.unmatchedId(program, "Dial-in 12");
        assertThat(reading.page(SignedIn.viewer(), unmatched)
                        .select("main form button, main form input[type=checkbox]"))
                .isEmpty();
        for (var address : List.of(
                list, one + "/match", one + "/addition", unmatched + "/dismissals", unmatched + "/reopenings")) {
            assertThat(reading.post(SignedIn.viewer(), address, "memberId", "1"))
                    .as(address)
                    .hasStatus(403);
        }
        assertThat(fixture.unmatched(program)).containsExactly("Dial-in 12 720 - OPEN");
        assertThat(members.counted(program).getOrDefault(StatusCode.ATTENDED.name(), 0L))
                .isZero();
    }
}
