package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.REGISTERED;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.member.MembersFixture;
import rollcall.member.PersonalLinks;
import rollcall.program.Program;
import rollcall.testing.TestClock;

/** A member's own link, as somebody follows it who has nothing but the link. */
abstract class GoPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private PersonalLinks links;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private long member;

    private void at(String kind) {
        provider.reset();
        program = fixture.program(null);
        webinars.choose(program, kind);
        member = fixture.member(program, REGISTERED);
        pushes.send(program.key());
    }

    @BeforeEach
    void begin() {
        at("scripted");
    }

    private MvcTestResult go() {
        return mvc.get().uri(links.of(member)).exchange();
    }

    /** As where the provider gives a link only when it is asked. */
    private void withoutALinkOfTheirOwn() {
        jdbc.sql("update member set join_link = null where id = :member")
                .param("member", member)
                .update();
    }

    @Test
    void membersWaitUntilTheDoorsOpenAndEnterThen() {
        assertThat(go()).hasStatusOk().bodyText().contains("The doors open 15 minutes before the start");

        clock.set(program.startsAt().minus(Duration.ofMinutes(15)));

        assertThat(go()).hasStatus(303).redirectedUrl().startsWith("https://webinars.example.org/join/R-");
    }

    @Test
    void whoHasNoLinkOfTheirOwnIsToldToWaitWhileTheProviderDoesNotAnswer() {
        withoutALinkOfTheirOwn();
        provider.down = true;
        clock.set(program.startsAt());

        assertThat(go()).hasStatusOk().bodyText().contains("Your registration is being prepared");

        provider.down = false;
        assertThat(go()).hasStatus(303).redirectedUrl().startsWith("https://webinars.example.org/join/R-");
    }

    @Test
    void aWebinarThatBeginsEarlyLetsMembersIn() {
        var event = webinars.of(program.key()).orElseThrow().event();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new WebinarBegan(event, TestClock.START.plusSeconds(1))));

        assertThat(go()).hasStatus(303);
    }

    @Test
    void aSimulatedServiceThatIsDownKeepsNobodyOutBeforeTheStart() {
        at("simulator");
        jdbc.sql("update simulated_webinar set down = true, latency_ms = 5000 where program_id = :program")
                .param("program", program.key())
                .update();

        assertThat(go()).hasStatusOk().bodyText().contains("The doors open 15 minutes before the start");
    }
}
