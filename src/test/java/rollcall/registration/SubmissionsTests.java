package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.registration.PublicScene.document;
import static rollcall.registration.PublicScene.newAddress;
import static rollcall.registration.PublicScene.newEmail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.Cause;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.member.Timeline;
import rollcall.person.People;
import rollcall.program.Actor;
import rollcall.program.ChannelFixture;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;
import rollcall.waitlist.WaitlistFixture;

/** Forms that come in, and what becomes of whoever sends them. */
abstract class SubmissionsTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PublicScene scene;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private WaitlistFixture waitlist;

    @Autowired
    private Members members;

    @Autowired
    private People people;

    @Autowired
    private ChannelFixture channels;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private RegistrationTimeline timeline;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private static void isThanked(MvcTestResult answer, RegistrationPage page) {
        assertThat(answer).hasStatus(303).hasRedirectedUrl(page.path() + "/thanks");
        assertThat(answer.getResponse().getCookies()).isEmpty();
    }

    private String reasonOf(Program program, String email) {
        return members.require(program, memberOf(program, email)).statusReason();
    }

    private long memberOf(Program program, String email) {
        return members.memberOf(
                        program.key(), people.byEmail(email).orElseThrow().id())
                .orElseThrow();
    }

    private List<String> told(Program program, String email) {
        return timeline.about(memberOf(program, email)).stream()
                .map(Timeline.Entry::message)
                .toList();
    }

    @Test
    void somebodyNewIsRegistered() {
        var program = scene.program(3, plan -> plan);
        var page = scene.publish(program);
        var email = newEmail();

        isThanked(scene.register(mvc, page, email), page);

        var person = people.byEmail(email).orElseThrow();
        assertThat(person.details().firstName()).isEqualTo("Ada");
        assertThat(person.details().language()).isEqualTo("en");
        assertThat(scene.statuses(program, email)).containsExactly("REGISTERED");
        assertThat(told(program, email)).containsExactly("registration.timeline.NONE");
        assertThat(jdbc.sql("select form_opened_at < form_filled_out_at from member where id = :member")
                        .param("member", memberOf(program, email))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Such as whoever was invited a second time. */
    @Test
    void aStatusOfTheChannelsOwnThatComesBeforeAnyDecisionCountsAsInvited() {
        var channel = channels.channel();
        var reminded = channels.addEarly(channel, "Reminded");
        var program = channels.programIn(channel, 3);
        var page = scene.publish(program);
        var member = fixture.member(program, StatusCode.INVITED);
        changes.change(StatusRequest.of(program.key(), reminded.key(), Cause.PERSON, Actor.SYSTEM), member);
        var email = members.require(program, member).email();

        isThanked(scene.register(mvc, page, email), page);

        assertThat(fixture.statusOf(member)).isEqualTo("REGISTERED");
    }

    @Test
    void theSamePersonAgainIsAnsweredAlikeAndStaysWhatTheyAre() {
        var program = scene.program(3, plan -> plan);
        var page = scene.publish(program);
        var email = newEmail();
        scene.register(mvc, page, email);

        isThanked(scene.register(mvc, page, email.toUpperCase(java.util.Locale.ROOT)), page);

        assertThat(scene.statuses(program, email)).containsExactly("REGISTERED");
        assertThat(told(program, email)).containsExactly("registration.timeline.NONE", "registration.timeline.again");
    }

    @Test
    void whoIsKnownKeepsTheirName() {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(program);
        var person = people.byIds(fixture.people(1)).values().iterator().next();

        isThanked(scene.register(mvc, page, person.email()), page);

        assertThat(people.find(person.id()).orElseThrow().details()).isEqualTo(person.details());
        assertThat(scene.statuses(program, person.email())).containsExactly("REGISTERED");
    }

    @Test
    void whenAllSeatsAreTakenOneWaitsWhereThereIsAWaitlist() {
        var program = scene.program(1, plan -> plan);
        var page = scene.publish(program);
        scene.register(mvc, page, newEmail());
        var email = newEmail();

        isThanked(scene.register(mvc, page, email), page);

        assertThat(scene.statuses(program, email)).containsExactly("WAITLISTED");
    }

    @Test
    void withoutAWaitlistEverybodyHearsAlikeThatItIsFull() {
        var program = scene.program(1, plan -> PublicScene.rules(plan, false, false));
        var page = scene.publish(program);
        var first = newEmail();
        var form = scene.open(mvc, page);
        scene.register(mvc, page, first);
        var late = newEmail();

        var again = scene.send(mvc, page, form, first);
        var unknown = scene.send(mvc, page, form, late);

        assertThat(again).hasStatus(409);
        assertThat(unknown).hasStatus(409);
        assertThat(document(unknown).body().html())
                .isEqualTo(document(again).body().html());
        assertThat(document(unknown).text()).contains("The last seat was taken");
        assertThat(people.byEmail(late)).isEmpty();
    }

    @Test
    void whenTheWaitlistIsFullToEverybodyHearsThatAlike() {
        var program = scene.program(1, plan -> plan);
        waitlist.most(program, 1);
        var page = scene.publish(program);
        scene.register(mvc, page, newEmail());
        var form = scene.open(mvc, page);
        var second = newEmail();
        isThanked(scene.register(mvc, page, second), page);
        assertThat(scene.statuses(program, second)).containsExactly("WAITLISTED");
        var late = newEmail();

        var again = scene.send(mvc, page, form, second);
        var unknown = scene.send(mvc, page, form, late);

        assertThat(again).hasStatus(409);
        assertThat(unknown).hasStatus(409);
        assertThat(document(unknown).body().html())
                .isEqualTo(document(again).body().html());
        assertThat(document(unknown).text()).contains("the waitlist is full");
        assertThat(people.byEmail(late)).isEmpty();
        assertThat(document(mvc.get().uri(page.path()).exchange()).select("form.registration"))
                .isEmpty();
    }

    @Test
    void withApprovalOneWaitsForIt() {
        var program = scene.program(1, plan -> PublicScene.rules(plan, true, true));
        var page = scene.publish(program);
        var email = newEmail();

        isThanked(scene.register(mvc, page, email), page);

        assertThat(scene.statuses(program, email)).containsExactly("PENDING_APPROVAL");
    }

    @Test
    void rulesDecideByThemselvesAndAreNamed() {
        var program = scene.program(null, plan -> PublicScene.rules(plan, true, true));
        var rules = new DomainRules(List.of("evil.example"), List.of("good.example"), List.of("own.example"), true);
        var page = scene.publish(program, one -> PublicScene.ruled(one, rules));

        scene.register(mvc, page, "x@sub.evil.example");
        scene.register(mvc, page, "x@good.example");
        scene.register(mvc, page, "x@own.example");

        assertThat(scene.statuses(program, "x@sub.evil.example")).containsExactly("REJECTED");
        assertThat(reasonOf(program, "x@sub.evil.example"))
                .isEqualTo("Addresses at sub.evil.example are turned down by a rule of the program.");
        assertThat(scene.statuses(program, "x@good.example")).containsExactly("REGISTERED");
        assertThat(told(program, "x@good.example")).containsExactly("registration.timeline.DOMAIN_ACCEPTED");
        assertThat(told(program, "x@own.example")).containsExactly("registration.timeline.OWN_TEAM");
    }

    @Test
    void whoWasInvitedSkipsApprovalWhereThatIsSaid() {
        var program = scene.program(null, plan -> PublicScene.rules(plan, true, true));
        var page = scene.publish(
                program, one -> PublicScene.ruled(one, new DomainRules(List.of(), List.of(), List.of(), true)));
        var invited = people.byIds(fixture.people(1)).values().iterator().next();
        fixture.join(program, invited.id(), StatusCode.INVITED);

        scene.register(mvc, page, invited.email());

        assertThat(scene.statuses(program, invited.email())).containsExactly("INVITED", "REGISTERED");
        assertThat(told(program, invited.email())).containsExactly("registration.timeline.INVITED");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        var page = scene.publish(scene.program(null, plan -> plan));

        var answer = scene.register(mvc, page, "no address");

        assertThat(answer).hasStatus(422);
        assertThat(document(answer).select("[name=firstName]").val()).isEqualTo("Ada");
        assertThat(document(answer).select("[name=email]").val()).isEqualTo("no address");
        assertThat(document(answer).select("[name=email]").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void theSameFormSentTwiceIsOne() {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(program);
        var form = scene.open(mvc, page);
        var email = newEmail();
        clock.advance(Duration.ofMinutes(1));

        isThanked(scene.send(mvc, page, form, email), page);
        isThanked(scene.send(mvc, page, form, email), page);

        assertThat(told(program, email)).containsExactly("registration.timeline.NONE");
    }

    @Test
    void aMachineThatFillsInEverythingLearnsNothing() {
        var page = scene.publish(scene.program(null, plan -> plan));
        var email = newEmail();

        isThanked(scene.send(mvc, page, Map.of("homepage", "https://spam.example"), email), page);

        assertThat(people.byEmail(email)).isEmpty();
    }

    @Test
    void whoIsTooFastIsAskedToSendItAgain() {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(program);
        var form = scene.open(mvc, page);
        var email = newEmail();

        var fast = scene.send(mvc, page, form, email);

        assertThat(fast).hasStatus(422).bodyText().contains("quicker than anybody types");
        assertThat(document(fast).select("[name=email]").val()).isEqualTo(email);
        assertThat(people.byEmail(email)).isEmpty();

        clock.advance(Duration.ofSeconds(2));
        isThanked(scene.send(mvc, page, form, email), page);
    }

    @Test
    void anAddressSendsTenFormsAMinuteAndKeepsWhatItTyped() {
        var page = scene.publish(scene.program(null, plan -> plan));
        var form = scene.open(mvc, page);
        var from = newAddress();
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            assertThat(scene.send(mvc, page, form, newEmail(), from)).hasStatus(303);
        }

        var answer = scene.send(mvc, page, form, "eleventh@example.org", from);

        assertThat(answer).hasStatus(429).bodyText().contains("Nothing is lost");
        assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("60");
        assertThat(document(answer).select("[name=email]").val()).isEqualTo("eleventh@example.org");

        clock.advance(Duration.ofMinutes(1));
        assertThat(scene.send(mvc, page, form, newEmail(), from)).hasStatus(303);
    }

    @Test
    void formsOfOtherSitesAndMadeUpStampsGetTheStricterLimit() {
        var page = scene.publish(scene.program(null, plan -> plan));
        var from = newAddress();
        for (var stamp : List.of("", "1.aaaaaaaaaaaaaaaaaaaaaa", "x")) {
            assertThat(scene.send(mvc, page, Map.of("_stamp", stamp), newEmail(), from))
                    .hasStatus(303);
        }

        assertThat(scene.send(mvc, page, Map.of(), newEmail(), from)).hasStatus(429);
    }

    @Test
    void aFormOfAnotherSiteIsTaken() {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(program);
        var email = newEmail();
        var from = newAddress();

        var answer = mvc.post()
                .uri(page.path())
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .header("Origin", "https://elsewhere.example")
                .header("Sec-Fetch-Site", "cross-site")
                .param("email", email)
                .param("firstName", "Åsa")
                .param("lastName", "Öberg")
                .param("lang", "sv")
                .exchange();

        assertThat(answer).hasStatus(303).hasRedirectedUrl(page.path() + "/thanks?lang=sv");
        assertThat(people.byEmail(email).orElseThrow().details().language()).isEqualTo("sv");
        assertThat(scene.statuses(program, email)).containsExactly("REGISTERED");
    }

    @Test
    void nothingIsTakenBeforeItOpensAndAfterItCloses() {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(
                program,
                one -> new RegistrationPage(
                        one.programId(),
                        one.slug(),
                        true,
                        TestClock.START.plus(Duration.ofHours(1)),
                        TestClock.START.plus(Duration.ofHours(2)),
                        "",
                        false,
                        List.of(),
                        DomainRules.NONE,
                        one.version()));
        var email = newEmail();

        assertThat(scene.send(mvc, page, Map.of(), email))
                .hasStatus(409)
                .bodyText()
                .contains("not opened yet");
        clock.set(TestClock.START.plus(Duration.ofHours(1)));
        assertThat(scene.send(mvc, page, Map.of(), newEmail())).hasStatus(303);
        clock.set(TestClock.START.plus(Duration.ofHours(2)));
        assertThat(scene.send(mvc, page, Map.of(), email))
                .hasStatus(409)
                .bodyText()
                .contains("has closed");
        clock.set(program.endsAt());
        assertThat(scene.send(mvc, page, Map.of(), email))
                .hasStatus(409)
                .bodyText()
                .contains("is over");
        assertThat(people.byEmail(email)).isEmpty();
    }
}
