package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.registration.Passerby.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import rollcall.member.Cause;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.member.Newcomer;
import rollcall.member.OwnReason;
import rollcall.member.Seating;
import rollcall.member.StatusChanges;
import rollcall.member.StatusLinks;
import rollcall.member.StatusRequest;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.provider.Webinars;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** What members see and do by their link, who have nothing but the link. */
abstract class StatusPagesTests {

    @Autowired
    Passerby passerby;

    @Autowired
    MembersFixture fixture;

    @Autowired
    StatusLinks links;

    @Autowired
    StatusChanges changes;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    @Autowired
    Seating seating;

    @Autowired
    Forms forms;

    @Autowired
    FormEdits edits;

    @Autowired
    Answers answers;

    @Autowired
    Revisions revisions;

    @Autowired
    PublicScene scene;

    @Autowired
    Webinars webinars;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Program program;
    long person;
    long member;
    String link;

    @BeforeEach
    void begin() {
        program = fixture.program(2);
        ask(FieldKind.ONE, "Drink", "Tea\nCoffee");
        ask(FieldKind.CONSENT, "News", "");
    }

    private void ask(FieldKind kind, String label, String options) {
        var version = edits.of(program.key()).version();
        edits.add(
                Actor.SYSTEM,
                program.key(),
                new FieldForm(version, kind, label, "", "You may write to me.", false, options));
    }

    private void stands(StatusCode status, String language) {
        var email = "ada.%s@example.org".formatted(System.nanoTime());
        var details = new PersonDetails(email, "Ada", "Lovelace", "", "", "", "", language, "");
        person = people.bring(List.of(details), Known.LEAVE).getFirst();
        var first = status == StatusCode.NOT_IN_PROGRAM ? StatusCode.INVITED : status; // nobody begins outside
        var outcome = changes.join(asking(first), List.of(Newcomer.of(person))).outcomes();
        var id = outcome.getFirst().memberId();
        assertThat(id).isNotNull();
        member = id;
        changes.change(asking(status), member);
        link = links.of(member);
    }

    private StatusRequest asking(StatusCode status) {
        return StatusRequest.of(program.key(), status, Cause.PERSON, Actor.SYSTEM)
                .because("Between us")
                .asFact();
    }

    private void stands(StatusCode status) {
        stands(status, "en");
    }

    private Document shown() {
        var answer = passerby.get(link);
        assertThat(answer).hasStatusOk();
        return page(answer);
    }

    private static String state(MvcTestResult answer) {
        return page(answer).expectFirst("main").attr("data-state");
    }

    private StatusCode status() {
        return StatusCode.of(members.require(program, member).status().key()).orElseThrow();
    }

    /** Whoever comes by is told that the webinar is only played. */
    @Test
    void onEachPageOfASimulatedProgramItSaysSo() {
        stands(StatusCode.REGISTERED);
        var slug = scene.slugOf(program);
        var pages = List.of("/r/" + slug, "/r/" + slug + "/thanks", link, link + "/details", link + "/cancel");
        assertThat(pages).allSatisfy(address -> assertThat(marks(address)).isEmpty());

        webinars.choose(program, "simulator");
        assertThat(pages).allSatisfy(address -> assertThat(marks(address)).containsExactly("Simulated"));
    }

    private List<String> marks(String address) {
        var answer = passerby.get(address);
        assertThat(answer).hasStatusOk();
        return page(answer).select("main .mark").eachText();
    }

    @Test
    void aReasonOfRollcallsOwnIsToldInWords() {
        stands(StatusCode.INVITED);
        changes.change(asking(StatusCode.REGISTRATION_ERROR).because(OwnReason.NO_ANSWER.stored()), member);
        assertThat(shown().select(".standing-why bdi").text())
                .isEqualTo(
                        "No answer from the webinar provider within 24 hours; it is not known whether it accepted the"
                                + " registration");
    }

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void eachStatusIsToldInPlainWords(StatusCode status) {
        stands(status);
        var page = shown();
        assertThat(page.select("h1").text()).isNotEmpty().doesNotContain("??");
        assertThat(page.text()).contains("Spring launch", "CET");
        assertThat(page.text().contains("Between us"))
                .as("a reason is told only to whom it is owed")
                .isEqualTo(status == StatusCode.REJECTED || status == StatusCode.REGISTRATION_ERROR);
        assertThat(page.select("#cancel").isEmpty())
                .isEqualTo(
                        switch (status) {
                            case NOT_IN_PROGRAM, REJECTED, NO_SHOW, ATTENDED_ON_DEMAND, ATTENDED -> true;
                            case INVITED, PENDING_APPROVAL, WAITLISTED, REGISTERED, REGISTRATION_ERROR -> false;
                        });
        assertThat(page.select("script")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INVITED,INVITED_OVER",
        "PENDING_APPROVAL,PENDING_APPROVAL_OVER",
        "WAITLISTED,WAITLISTED_OVER",
        "REGISTERED,REGISTERED_OVER",
        "ATTENDED,ATTENDED",
        "REJECTED,REJECTED",
    })
    void afterTheEndNobodyIsLeftWaiting(StatusCode status, String state) {
        stands(status);
        clock.set(program.endsAt());
        var page = shown();
        assertThat(page.expectFirst("main").attr("data-state")).isEqualTo(state);
        assertThat(page.select("#cancel, #join, #calendar, #place, #offer")).isEmpty();
        assertThat(page.select("#correct"))
                .as("a consent can be taken back at any time")
                .hasSize(1);
    }

    @Test
    void itSpeaksThePersonsLanguageUnlessAskedForAnother() {
        stands(StatusCode.REGISTERED, "sv-SE");
        assertThat(shown().select("html").attr("lang")).isEqualTo("sv");
        assertThat(shown().select("h1").text()).isEqualTo("Du är anmäld");
        assertThat(page(passerby.get(link + "?lang=en")).select("h1").text()).isEqualTo("You are registered");
        assertThat(page(passerby.get(link + "?lang=xx")).select("h1").text()).isEqualTo("Du är anmäld");
    }

    @Test
    void itGoesToNoOtherSiteAndNoCacheAndSetsNoCookie() {
        stands(StatusCode.REGISTERED);
        for (var uri : List.of(link, link + "/details", link + "/cancel", "/s/1.nonsense")) {
            assertThat(passerby.get(uri))
                    .doesNotContainHeader("Set-Cookie")
                    .hasHeader("X-Robots-Tag", "noindex, nofollow")
                    .hasHeader("Referrer-Policy", "no-referrer")
                    .hasHeader("Cache-Control", "no-store");
        }
        assertThat(passerby.post(link + "/cancel", Map.of())).doesNotContainHeader("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.AAAAAAAAAAAAAAAAAAAAAA", "nonsense", "1", "-1.x"})
    void aLinkThatWasMadeUpLeadsNowhere(String token) {
        for (var answer : List.of(
                passerby.get("/s/" + token),
                passerby.get("/s/" + token + "/details"),
                passerby.get("/s/" + token + "/cancel"),
                passerby.post("/s/" + token + "/cancel", Map.of()),
                passerby.post("/s/" + token + "/details", Map.of()),
                passerby.post("/s/" + token + "/revision", Map.of()))) {
            assertThat(answer).hasStatus(404);
            assertThat(state(answer)).isEqualTo("NOBODY");
        }
    }

    @Test
    void ofSomebodyWhoIsErasedNothingIsLeft() {
        stands(StatusCode.NOT_IN_PROGRAM);
        jdbc.sql("update member set closed = 'ERASED' where id = :member")
                .param("member", member)
                .update();
        assertThat(passerby.get(link)).hasStatus(404);
    }

    @Test
    void whoRegisteredAndWasAcceptedFindsTheWayIn() {
        stands(StatusCode.REGISTERED);
        jdbc.sql("update member set delivery = 'ACCEPTED' where id = :member")
                .param("member", member)
                .update();
        var page = shown();
        assertThat(page.select("#join").attr("href")).startsWith("/go/");
        assertThat(page.select("#calendar").attr("href")).startsWith("/calendar/");
        assertThat(passerby.get(page.select("#calendar").attr("href"))).hasStatusOk();

        jdbc.sql("update member set delivery = 'SENDING' where id = :member")
                .param("member", member)
                .update();
        assertThat(shown().select("#join")).isEmpty();
        assertThat(shown().text()).contains("is being made");
    }

    @Test
    void whoWaitsIsToldTheirPlaceAndWhatIsHeldForThem() {
        fixture.members(program, 2, StatusCode.REGISTERED);
        fixture.members(program, 2, StatusCode.WAITLISTED);
        stands(StatusCode.WAITLISTED);
        assertThat(shown().select("#place").text()).isEqualTo("Your place on the waitlist: 3.");

        transaction.executeWithoutResult(now -> {
            seating.lock(program.key());
            seating.offer(program.key(), List.of(member), clock.instant().plus(Duration.ofHours(4)));
        });
        var page = shown();
        assertThat(page.expectFirst("main").attr("data-state")).isEqualTo("OFFERED");
        assertThat(page.select("#offer").attr("href")).startsWith("/o/");
        assertThat(page.text()).contains("14:00");
    }

    @Test
    void followingTheLinkCancelsNothingAndSayingYesDoes() {
        stands(StatusCode.REGISTERED);
        assertThat(passerby.get(link + "/cancel")).hasStatusOk();
        assertThat(passerby.get(link + "/cancel")).hasStatusOk();
        assertThat(status()).isEqualTo(StatusCode.REGISTERED);
        var free = seating.look(program.key());

        var answer = passerby.post(link + "/cancel", Map.of("expected", "REGISTERED"));
        assertThat(answer).hasStatus(303).hasRedirectedUrl(link + "?done=cancelled");
        assertThat(status()).isEqualTo(StatusCode.NOT_IN_PROGRAM);
        // Whoever reads it later reads it in their own language, not in the registrant's.
        assertThat(members.require(program, member).statusReason())
                .isEqualTo(OwnReason.CANCELLED_BY_REGISTRANT.stored());
        assertThat(seating.look(program.key())).isNotEqualTo(free);
        assertThat(jdbc.sql("""
            select s.cause || ' ' || s.actor_key from status_change c join change_set s on s.id = c.change_set_id
            where c.member_id = :member and c.to_status = 'NOT_IN_PROGRAM'\
            """).param("member", member).query(String.class).list())
                .containsExactly("REGISTRATION person:" + person);

        var page = page(passerby.get(link + "?done=cancelled"));
        assertThat(page.expectFirst("main").attr("data-state")).isEqualTo("CANCELLED");
        assertThat(page.select("[role=status]").text()).contains("You are off the list");
        assertThat(passerby.post(link + "/cancel", Map.of()))
                .as("once more")
                .hasStatus(303)
                .hasRedirectedUrl(link);
        assertThat(passerby.get(link + "/cancel")).hasStatus(303);
    }

    /** As long as the page takes forms, and not a moment longer. */
    @Test
    void whoCancelledIsInvitedToComeBackOnlyWhereTheyCanRegister() {
        stands(StatusCode.REGISTERED);
        passerby.post(link + "/cancel", Map.of());
        assertThat(back()).as("there is no page").isEqualTo("- You are not on the list of this webinar any more.");

        var page = scene.publish(program);
        assertThat(back()).startsWith(page.path() + " You are not on the list").contains("register again");

        jdbc.sql("update registration_page set closes_at = :now where program_id = :program")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("program", program.key())
                .update();
        assertThat(back()).as("closed").isEqualTo("- You are not on the list of this webinar any more.");

        jdbc.sql("update registration_page set closes_at = null where program_id = :program")
                .param("program", program.key())
                .update();
        assertThat(back()).startsWith(page.path());
        clock.set(program.endsAt());
        assertThat(back()).as("over").isEqualTo("- You are not on the list of this webinar any more.");
    }

    @Test
    void whoIsInvitedIsAskedToRegisterOnlyWhereThatIsPossible() {
        stands(StatusCode.INVITED);
        assertThat(back()).isEqualTo("- You are not registered, and registering is not possible at the moment.");
        assertThat(scene.publish(program).path())
                .satisfies(path -> assertThat(back()).startsWith(path + " You are not registered yet. Register"));
    }

    /** Where the page leads to register, and what it says of it. */
    private String back() {
        var page = shown();
        var register = page.selectFirst("#register");
        return (register == null ? "-" : register.attr("href")) + " "
                + page.expectFirst(".lead + p").text();
    }

    @Test
    void whoWasTakenOutByOthersIsNotToldThatTheyCancelled() {
        stands(StatusCode.REGISTERED);
        passerby.post(link + "/cancel", Map.of());
        fixture.join(program, person, StatusCode.INVITED);
        assertThat(shown().expectFirst("main").attr("data-state")).isEqualTo("INVITED");
        passerby.post(link + "/details", Map.of("version", "0", "firstName", "Ada", "lastName", "L"));
        fixture.join(program, person, StatusCode.NOT_IN_PROGRAM);
        assertThat(shown().expectFirst("main").attr("data-state")).isEqualTo("NOT_IN_PROGRAM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        INVITED            | Your invitation lapses
        PENDING_APPROVAL   | Nobody looks at your registration any more
        WAITLISTED         | You lose your place on the waitlist, number 1
        REGISTERED         | You lose your seat
        REGISTRATION_ERROR | You lose your seat
        """)
    void whoeverCancelsIsToldWhatTheyLose(StatusCode status, String loss) {
        stands(status);
        assertThat(page(passerby.get(link + "/cancel")).select("#loss").text()).startsWith(loss);
        assertThat(page(passerby.get(link + "/cancel?lang=sv")).select("#loss").text())
                .isNotEmpty()
                .doesNotContain(loss);
    }

    @Test
    void whoSawAnotherStatusIsShownTheNewOne() {
        stands(StatusCode.PENDING_APPROVAL);
        fixture.join(program, person, StatusCode.REGISTERED);
        var answer = passerby.post(link + "/cancel", Map.of("expected", "PENDING_APPROVAL"));
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("[role=alert]").text()).contains("Something changed");
        assertThat(status()).isEqualTo(StatusCode.REGISTERED);
    }

    private Map<String, Object> details(String... more) {
        var form = new HashMap<String, Object>(Map.of("firstName", "Ada", "lastName", "King"));
        form.put("version", people.find(person).orElseThrow().version());
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private List<String> consents() {
        return jdbc.sql("""
            select question || ' ' || wording || ' ' || case when given then 'yes' else 'no' end
            from registration_consent where member_id = :member order by id\
            """).param("member", member).query(String.class).list();
    }

    @Test
    void whatIsCorrectedCountsAtOnce() {
        stands(StatusCode.REGISTERED);
        var answer = passerby.post(link + "/details", details("q1", "Tea", "q2", "yes", "email", "eve@example.org"));
        assertThat(answer).hasStatus(303).hasRedirectedUrl(link + "?done=corrected");

        var stored = people.find(person).orElseThrow();
        assertThat(stored.details().lastName()).isEqualTo("King");
        assertThat(stored.email()).as("cannot be changed here").startsWith("ada.");
        assertThat(members.answers(member)).isEqualTo(Map.of("Drink", "Tea", "News", "yes"));
        assertThat(consents()).containsExactly("News You may write to me. yes");
        var form = page(passerby.get(link + "/details"));
        assertThat(form.select("[name=lastName]").val()).isEqualTo("King");
        assertThat(form.select("[name=q1][checked]").val()).isEqualTo("Tea");
        assertThat(form.select("[name=q2]").hasAttr("checked")).isTrue();
        assertThat(form.select("[name=email]")).isEmpty();

        passerby.post(link + "/details", details("q2", "yes"));
        assertThat(members.answers(member)).isEqualTo(Map.of("News", "yes"));
        assertThat(consents()).as("nothing new").hasSize(1);
        passerby.post(link + "/details", details());
        assertThat(consents()).containsExactly("News You may write to me. yes", "News You may write to me. no");
        var desk = page(passerby.get(SignedIn.manager(), "/programs/%d/members/%d".formatted(program.key(), member)));
        assertThat(desk.select(".timeline").text())
                .contains("Corrected their own details", "Consented (News): “You may write to me.”");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        stands(StatusCode.REGISTERED);
        var answer = passerby.post(
                link + "/details", details("firstName", "", "lastName", "<b>King</b>", "q1", "Water", "q2", "yes"));
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.title()).startsWith("Error: Correct my details");
        assertThat(page(passerby.post(link + "/details?lang=sv", details("firstName", "")))
                        .title())
                .startsWith("Fel: Rätta mina uppgifter");
        assertThat(page.select("#error-summary li").eachText())
                .containsExactly("First name: Fill this in.", "Drink: Choose among what is offered.");
        assertThat(page.select("[name=lastName]").val()).isEqualTo("<b>King</b>");
        assertThat(page.select("[name=q2]").hasAttr("checked")).isTrue();
        for (var way : page.select("#error-summary a")) {
            assertThat(page.select(way.attr("href"))).hasSize(1);
        }
        assertThat(people.find(person).orElseThrow().details().lastName()).isEqualTo("Lovelace");
        assertThat(members.answers(member)).isEmpty();
    }

    @Test
    void whoSawOlderDetailsLooksAgain() {
        stands(StatusCode.REGISTERED);
        var form = details();
        var before = people.find(person).orElseThrow();
        people.edit(
                person, before.version(), new PersonDetails(before.email(), "Augusta", "L", "", "", "", "", "en", ""));
        var answer = passerby.post(link + "/details", form);
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("[name=lastName]").val()).isEqualTo("King");
        assertThat(people.find(person).orElseThrow().details().firstName()).isEqualTo("Augusta");
        form.put("version", page(answer).select("[name=version]").val());
        assertThat(passerby.post(link + "/details", form)).hasStatus(303);
    }

    private void sentAgain(String last, String drink) {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("firstName", "Ada");
        sent.add("lastName", last);
        sent.add("email", people.find(person).orElseThrow().email());
        sent.add("q1", drink);
        sent.add("q2", "yes");
        var filled = forms.of(program).read(sent);
        assertThat(filled.ok()).isTrue();
        revisions.keep(member, filled);
    }

    @Test
    void whatWasSentAgainChangesNothingUntilItIsConfirmed() {
        stands(StatusCode.REGISTERED);
        sentAgain("Byron", "Coffee");
        sentAgain("King", "Tea");
        assertThat(members.answers(member)).isEmpty();
        var page = shown();
        assertThat(page.select(".revision tr[data-differs] th").eachText())
                .containsExactly("Last name", "Drink", "NewsYou may write to me.");
        assertThat(page.select(".revision").text()).contains("Lovelace", "King").doesNotContain("Byron");
        var form = page.expectFirst(".revision form");
        var sent = Map.of("revision", form.select("[name=revision]").val(), "confirm", "true");
        assertThat(passerby.post(form.attr("action"), sent)).hasStatus(303).hasRedirectedUrl(link + "?done=confirmed");

        assertThat(people.find(person).orElseThrow().details().lastName()).isEqualTo("King");
        assertThat(people.find(person).orElseThrow().details().language())
                .as("not asked, not changed")
                .isEqualTo("en");
        assertThat(members.answers(member)).isEqualTo(Map.of("Drink", "Tea", "News", "yes"));
        assertThat(consents()).containsExactly("News You may write to me. yes");
        assertThat(shown().select(".revision")).isEmpty();
        assertThat(passerby.post(form.attr("action"), sent)).as("once more").hasStatus(409);
    }

    @Test
    void whatSomebodyElseSentIsDiscarded() {
        stands(StatusCode.REGISTERED);
        sentAgain("Byron", "Coffee");
        var seen = shown().select("[name=revision]").val();
        sentAgain("King", "Tea");
        assertThat(passerby.post(link + "/revision", Map.of("revision", seen, "confirm", "true")))
                .as("not what was seen")
                .hasStatus(409);
        var id = shown().select("[name=revision]").val();
        assertThat(passerby.post(link + "/revision", Map.of("revision", id, "confirm", "false")))
                .hasStatus(303)
                .hasRedirectedUrl(link + "?done=discarded");
        assertThat(people.find(person).orElseThrow().details().lastName()).isEqualTo("Lovelace");
        assertThat(members.answers(member)).isEmpty();
    }

    @Test
    void whatTheFormNoLongerAsksOrOffersIsLeftOut() {
        stands(StatusCode.REGISTERED);
        sentAgain("King", "Coffee");
        var version = edits.of(program.key()).version();
        edits.change(
                Actor.SYSTEM,
                program.key(),
                "q1",
                new FieldForm(version, FieldKind.ONE, "Drink", "", "", true, "Tea\nCocoa"));
        edits.remove(Actor.SYSTEM, program.key(), version + 1, "q2");
        var id = shown().select("[name=revision]").val();
        passerby.post(link + "/revision", Map.of("revision", id, "confirm", "true"));
        assertThat(people.find(person).orElseThrow().details().lastName()).isEqualTo("King");
        assertThat(members.answers(member)).isEmpty();
    }

    @Test
    void answersAreFoundInTheListAndStandInFiles() {
        stands(StatusCode.REGISTERED);
        passerby.post(link + "/details", details("q1", "Tea"));
        fixture.members(program, 1, StatusCode.INVITED);
        var list = "/programs/%d/members".formatted(program.key());
        for (var query : List.of("?question=Drink", "?answer=te", "?question=Drink&answer=TEA")) {
            assertThat(page(passerby.get(SignedIn.manager(), list + query)).select("tr[data-member-id]"))
                    .as(query)
                    .hasSize(1);
        }
        for (var query : List.of("?question=Drink&answer=Coffee", "?question=Diet", "?answer=t_a", "?answer=%25")) {
            assertThat(page(passerby.get(SignedIn.manager(), list + query)).select("tr[data-member-id]"))
                    .as(query)
                    .isEmpty();
        }
        assertThat(page(passerby.get(SignedIn.manager(), list))
                        .select("#question option")
                        .eachText())
                .containsExactly("Any question", "Drink", "News");
        var empty = fixture.program(1);
        edits.add(Actor.SYSTEM, empty.key(), new FieldForm(0, FieldKind.SHORT_TEXT, "Diet", "", "", false, ""));
        fixture.members(empty, 1, StatusCode.INVITED);
        assertThat(passerby.get(SignedIn.manager(), "/programs/%d/members.csv".formatted(empty.key())))
                .bodyText()
                .contains("Diet");
    }
}
