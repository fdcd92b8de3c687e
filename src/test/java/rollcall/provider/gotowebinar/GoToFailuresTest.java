package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.person.PersonDetails;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationRequest;
import rollcall.testing.TestClock;

/** What each answer to a registration means. */
class GoToFailuresTest {

    private final GoToScene scene = new GoToScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private ProviderFailure failure() {
        var person = new PersonDetails("ana@example.com", "Ana", "Ruiz", "", "", "", "", "", "");
        var outcome = scene.provider.register(GoToScene.EVENT, new RegistrationRequest(1, person, Map.of()));
        return ((Failed) outcome).failure();
    }

    private ProviderFailure answered(int status, String body) {
        scene.service.next(GoToScene::registering, new Answer(status, Map.of(), body));
        return failure();
    }

    @ParameterizedTest
    @CsvSource({
        "302, Unclear",
        "400, Rejected",
        "404, Rejected",
        "405, Rejected",
        "408, Temporary",
        "409, Temporary",
        "422, Rejected",
        "423, Temporary",
        "429, Throttled",
        "500, Temporary",
        "502, Unclear",
        "503, Temporary",
        "504, Unclear",
        "200, Unclear",
        "201, Unclear"
    })
    void eachStatusHasItsClass(int status, String kind) {
        assertThat(answered(status, status < 300 ? "{}" : "").getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"errorCode\":\"RegistrationLimitReached\",\"description\":\"No.\"} | CAPACITY_FULL |"
                        + " RegistrationLimitReached: No.",
                "400 | {\"message\":\"The webinar is full\"} | CAPACITY_FULL | The webinar is full",
                "400 | {\"errorCode\":\"ValidationError\",\"message\":\"Bad phone\"} | INVALID_FIELD |"
                        + " ValidationError: Bad phone",
                "400 | {\"int_err_code\":\"Odd\",\"msg\":\"Odd thing\"} | OTHER | Odd: Odd thing",
                "400 | <html>no</html> | OTHER | -",
                "404 | {\"errorCode\":\"NOT_FOUND\",\"message\":\"Gone\"} | REGISTRATION_CLOSED | NOT_FOUND: Gone"
            })
    void aRefusalKeepsTheProvidersWords(int status, String body, String refusal, String words) {
        assertThat(answered(status, body)).isInstanceOfSatisfying(Rejected.class, no -> {
            assertThat(no.refusal()).hasToString(refusal);
            assertThat(no.words()).isEqualTo(words.equals("-") ? OwnWords.ANSWERED_HTTP.with(status) : words);
        });
    }

    @Test
    void wordsAreCutAndHoldNothingThatNoDatabaseTakes() {
        var no = answered(400, "{\"message\":\"" + "é".repeat(600) + "\"}");
        assertThat(no.words()).hasSize(ProviderFailure.LONGEST);
        assertThat(answered(422, "{\"message\":\"a\\u0000b\"}").words()).isEqualTo("a b");
    }

    @Test
    void theWebinarItselfTellsWhyABareRefusalCame() {
        scene.service.limit = 1;
        var bo = new PersonDetails("bo@example.com", "Bo", "Ek", "", "", "", "", "", "");
        scene.provider.register(GoToScene.EVENT, new RegistrationRequest(2, bo, Map.of()));
        assertThat(((Rejected) answered(400, "")).refusal()).hasToString("CAPACITY_FULL");
        scene.service.limit = 0;
        scene.end();
        assertThat(((Rejected) answered(400, "")).refusal()).hasToString("EVENT_OVER");
        assertThat(((Rejected) answered(404, "")).refusal()).hasToString("EVENT_OVER");
        scene.service.cancelled = true;
        assertThat(((Rejected) failure()).refusal()).hasToString("EVENT_NOT_FOUND");
    }

    @Test
    void pausesGrowAndStartOverWhenItAnswersAgain() {
        for (var seconds : new int[] {1, 2, 4, 8, 8}) {
            assertThat(pauseOfARead()).isBetween(Duration.ofMillis(seconds * 800L), Duration.ofMillis(seconds * 1200L));
        }
        scene.provider.describe(GoToScene.EVENT);
        assertThat(pauseOfARead()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
    }

    private Duration pauseOfARead() {
        scene.service.next(call -> call.is("GET", ".*/webinars/\\d+"), Answer.empty(429));
        var trouble = catchThrowableOfType(ProviderTrouble.class, () -> scene.provider.describe(GoToScene.EVENT));
        return Duration.between(TestClock.START, ((Throttled) trouble.failure()).retryAt());
    }

    @Test
    void aPauseThatIsSaidIsHeeded() {
        scene.service.next(GoToScene::registering, new Answer(429, Map.of("Retry-After", "30"), ""));
        assertThat(failure())
                .isInstanceOfSatisfying(
                        Throttled.class, busy -> assertThat(busy.retryAt()).isEqualTo(TestClock.START.plusSeconds(30)));
    }
}
