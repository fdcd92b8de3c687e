package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.person.PersonDetails;
import rollcall.provider.AttendanceKind;
import rollcall.provider.EventDetails;
import rollcall.provider.EventListing;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.HeldKeys;
import rollcall.provider.JoinLink;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationRequest;

/** What is read of webinars and registrants, in every envelope that they come in. */
class GoToReadingTest {

    private final GoToScene scene = new GoToScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private RegistrantRef register(String email) {
        var person = new PersonDetails(email, "Ana", "Ruiz", "", "", "", "", "", "");
        var outcome = scene.provider.register(GoToScene.EVENT, new RegistrationRequest(1, person, Map.of()));
        return ((Accepted) outcome).registrant();
    }

    private List<Registrant> registrants() {
        var all = new ArrayList<Registrant>();
        String cursor = null;
        do {
            var page = scene.provider.registrants(GoToScene.EVENT, cursor);
            all.addAll(page.items());
            cursor = page.next();
            assertThat(page.complete()).isEqualTo(cursor == null);
        } while (cursor != null);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, 2, 3",
        "false, true, 2, 3",
        "true, false, 200, 1",
        "false, false, 5, 1",
        "false, false, 200, 1"
    })
    void registrantsComeInEitherEnvelope(boolean bare, boolean text, int pageSize, int calls) {
        IntStream.range(0, 5).forEach(n -> register("p%d@example.com".formatted(n)));
        scene.service.bareArrays = bare;
        scene.service.keysAsText = text;
        scene.service.pageSize = pageSize;
        var before = scene.service.calls().size();
        assertThat(registrants())
                .extracting(one -> one.ref().registrantId())
                .containsExactly("7788990011", "7788990012", "7788990013", "7788990014", "7788990015");
        assertThat(scene.service.calls().size() - before).isEqualTo(calls);
        assertThat(scene.provider.find(GoToScene.EVENT, "P4@example.com")).isPresent();
    }

    @Test
    void whatIsSaidOfARegistrantIsKept() {
        register("ana@example.com");
        assertThat(registrants())
                .containsExactly(new Registrant(
                        new RegistrantRef("7788990011", "ana@example.com"),
                        null,
                        "Ana Ruiz",
                        Registrant.State.APPROVED,
                        new JoinLink(URI.create("https://global.gotowebinar.com/join/4411/7788990011"), true),
                        "",
                        Instant.parse("2026-02-01T10:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, APPROVED", "WAITING, PENDING", "DENIED, DENIED", "Cancelled, CANCELLED", "SURPRISED, UNKNOWN"
    })
    void eachStateIsUnderstood(String said, Registrant.State state) {
        var ref = register("ana@example.com");
        scene.service.decide("ana@example.com", said);
        assertThat(registrants()).singleElement().extracting(Registrant::state).isEqualTo(state);
        assertThat(scene.provider.joinLink(GoToScene.EVENT, ref).isPresent()).isEqualTo(said.equals("APPROVED"));
        assertThat(registrants().getFirst().since() == null).isEqualTo(said.equals("DENIED"));
    }

    @Test
    void nobodyHasTheLinkOfSomebodyWhoIsGone() {
        var ref = register("ana@example.com");
        scene.service.forget("ana@example.com");
        assertThat(scene.provider.joinLink(GoToScene.EVENT, ref)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":5}", "{\"errorCode\":\"Odd\"}"})
    void whatIsNoListIsNotTakenForAnEmptyOne(String body) {
        scene.service.next(call -> call.path().endsWith("/registrants"), new Answer(200, Map.of(), body));
        var trouble =
                catchThrowableOfType(ProviderTrouble.class, () -> scene.provider.registrants(GoToScene.EVENT, null));
        assertThat(trouble.failure()).isInstanceOf(Unclear.class);
    }

    @Test
    void aWebinarIsToComeThenOnThenOver() {
        assertThat(describe())
                .isEqualTo(new EventDetails(
                        "Spring launch", GoToService.START, GoToService.END, null, EventDetails.State.SCHEDULED));
        scene.clock.set(GoToService.START.plusSeconds(60));
        assertThat(describe().state()).as("nobody has begun it").isEqualTo(EventDetails.State.SCHEDULED);
        scene.service.inSession = true;
        scene.service.limit = 500;
        assertThat(describe())
                .isEqualTo(new EventDetails(
                        "Spring launch", GoToService.START, GoToService.END, 500, EventDetails.State.LIVE));
        scene.end();
        assertThat(describe().state()).as("it overruns").isEqualTo(EventDetails.State.LIVE);
        scene.service.inSession = false;
        assertThat(describe().state()).isEqualTo(EventDetails.State.ENDED);
        assertThat(describe().endsAt()).isEqualTo(GoToService.END);
        scene.service.session(GoToService.START, GoToService.END.plusSeconds(1200));
        assertThat(describe().endsAt()).as("it overran").isEqualTo(GoToService.END.plusSeconds(1200));
    }

    private EventDetails describe() {
        return scene.provider.describe(GoToScene.EVENT);
    }

    @Test
    void webinarsAreListedFromThenOn() {
        var from = GoToService.START.minus(Duration.ofHours(3)).plusNanos(5);
        assertThat(scene.provider.events(HeldKeys.CONNECTION, from, null).items())
                .containsExactly(new EventListing("4411", "Spring launch", GoToService.START));
        assertThat(scene.service.calls().getLast().query())
                .containsEntry("fromTime", "2026-03-02T14:00:00Z")
                .containsEntry("toTime", "2027-03-02T14:00:00Z");
        assertThat(scene.provider
                        .events(HeldKeys.CONNECTION, GoToService.END, null)
                        .items())
                .isEmpty();
    }

    @Test
    void itCanDoWhatItCan() {
        var can = scene.provider.capabilities(GoToScene.EVENT);
        assertThat(can.approveDeny()).isFalse();
        assertThat(can.noShowList()).isFalse();
        assertThat(can.onDemand()).isFalse();
        assertThat(can.cancel()).isTrue();
        assertThat(can.personalJoinLink()).isTrue();
        assertThat(can.attendanceLag()).isEqualTo(Duration.ofHours(1));
        var page = scene.provider.attendance(GoToScene.EVENT, AttendanceKind.ON_DEMAND, null);
        assertThat(page.items()).isEmpty();
    }
}
