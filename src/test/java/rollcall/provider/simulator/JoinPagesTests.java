package rollcall.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Decision;
import rollcall.provider.EventRef;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** The page behind a join link, as somebody sees it who has nothing but the link. */
abstract class JoinPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SimulatorFixture fixture;

    @Autowired
    Simulator simulator;

    @Autowired
    Stage stage;

    @Autowired
    TestClock clock;

    EventRef event;
    long id;
    String address;

    @BeforeEach
    void register() {
        event = fixture.event();
        id = SimulatorFixture.id(event);
        address = fixture.accepted(event, "ada@example.org").link().uri().toString();
    }

    MvcTestResult look() {
        return noTraceOf(mvc.get().uri(address).exchange());
    }

    MvcTestResult enter(AttendanceKind kind) {
        return noTraceOf(
                mvc.post().uri(address + "/visits").param("kind", kind.name()).exchange());
    }

    MvcTestResult leave() {
        return noTraceOf(mvc.post().uri(address + "/departures").exchange());
    }

    private static MvcTestResult noTraceOf(MvcTestResult answer) {
        assertThat(answer.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(answer.getRequest().getSession(false)).isNull();
        return answer;
    }

    private List<String> buttons() {
        var page = SimulatorFixture.parsed(look());
        assertThat(page.select("form[method=post]"))
                .allSatisfy(form -> assertThat(form.attr("action")).startsWith(address));
        return page.select("main button").eachText();
    }

    private List<AttendanceRecord> seen(AttendanceKind kind) {
        return simulator.attendance(event, kind, null).items();
    }

    @Test
    void itSaysWhatItIs() {
        var page = SimulatorFixture.parsed(look());
        assertThat(page.select(".note p").text())
                .isEqualTo("This is a simulated webinar; nothing leaves this machine.");
        assertThat(page.select("h1").text()).isEqualTo("Spring launch");
        assertThat(page.select(".lead time").text()).isEqualTo("Mon 9 Mar 2026, 10:00–11:00 CET");
        assertThat(page.select("main button")).isEmpty();
    }

    @Test
    void joiningIsOpenWhileItIsLiveAndIsMeasuredByTheClock() {
        assertThat(enter(AttendanceKind.LIVE)).hasStatus(HttpStatus.CONFLICT);
        stage.start(id);
        assertThat(buttons()).containsExactly("Join now");
        assertThat(enter(AttendanceKind.ON_DEMAND)).hasStatus(HttpStatus.CONFLICT);
        assertThat(enter(AttendanceKind.LIVE)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(address);
        assertThat(buttons()).containsExactly("Leave");
        clock.advance(Duration.ofMinutes(10));
        enter(AttendanceKind.LIVE); // a second click
        leave();
        clock.advance(Duration.ofMinutes(5));
        assertThat(buttons()).containsExactly("Join now");
        enter(AttendanceKind.LIVE);
        clock.advance(Duration.ofMinutes(20));
        stage.end(id);

        assertThat(seen(AttendanceKind.LIVE))
                .extracting(AttendanceRecord::from, AttendanceRecord::attended)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TestClock.START, Duration.ofMinutes(30)));
        assertThat(enter(AttendanceKind.LIVE)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void theRecordingIsThereOnceItIsOver() {
        stage.start(id);
        stage.end(id);
        assertThat(buttons()).containsExactly("Watch the recording");
        assertThat(enter(AttendanceKind.ON_DEMAND)).hasStatus(HttpStatus.SEE_OTHER);
        clock.advance(Duration.ofMinutes(25));
        assertThat(seen(AttendanceKind.ON_DEMAND))
                .extracting(AttendanceRecord::attended)
                .containsExactly(Duration.ofMinutes(25));
        clock.advance(Duration.ofDays(3)); // the page was left open; the recording lasts an hour
        assertThat(seen(AttendanceKind.ON_DEMAND))
                .extracting(AttendanceRecord::attended)
                .containsExactly(Duration.ofHours(1));
        leave();
        assertThat(seen(AttendanceKind.ON_DEMAND))
                .extracting(AttendanceRecord::attended)
                .containsExactly(Duration.ofHours(1));
        assertThat(seen(AttendanceKind.LIVE)).isEmpty();
        assertThat(buttons()).containsExactly("Watch the recording");
    }

    @Test
    void lookingChangesNothing() {
        stage.start(id);
        look();
        stage.end(id);
        look();
        assertThat(fixture.rows("simulated_attendance", event)).isZero();
    }

    @Test
    void theLinkOfSomebodyWhoIsOutOpensNothing() {
        var ada = simulator.find(event, "ada@example.org").orElseThrow().ref();
        stage.start(id);
        simulator.decide(event, ada, Decision.DENY);
        assertThat(buttons()).isEmpty();
        assertThat(enter(AttendanceKind.LIVE)).hasStatus(HttpStatus.CONFLICT);
        simulator.decide(event, ada, Decision.CANCEL);
        assertThat(look()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(enter(AttendanceKind.LIVE)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(leave()).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aSessionThatIsThereIsNotTouched() {
        var answer = mvc.get().uri(address).with(SignedIn.administrator()).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(SimulatorFixture.parsed(answer).select(".top-nav, .account")).isEmpty();
    }
}
