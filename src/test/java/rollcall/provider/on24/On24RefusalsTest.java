package rollcall.provider.on24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.person.PersonDetails;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.HeldKeys;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationRequest;

/** What each answer that is no success comes to. */
class On24RefusalsTest {

    private final On24Fixture on24 = new On24Fixture();

    @AfterEach
    void close() {
        on24.service.close();
    }

    private RegistrationOutcome register(On24 provider) {
        var ana = new PersonDetails("ana@example.com", "Ana", "Ruiz", "", "", "", "", "", "");
        return provider.register(On24Fixture.EVENT, new RegistrationRequest(55, ana, Map.of()));
    }

    private ProviderFailure refused(Answer answer) {
        on24.service.next(On24Service.REGISTERING, answer);
        return failure(register(on24.provider));
    }

    private static ProviderFailure failure(RegistrationOutcome outcome) {
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Failed.class);
        return ((RegistrationOutcome.Failed) outcome).failure();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 | The email parameter is missing.                                         | MISSING_FIELD
        400 | The email parameter value is blank.                                     | MISSING_FIELD
        400 | Field Company is required.                                              | MISSING_FIELD
        400 | Invalid value for the country parameter.                                | INVALID_FIELD
        400 | Invalid email address.                                                  | EMAIL_REFUSED
        400 | Something else.                                                         | OTHER
        403 | The event id 4401001 is inactive.                                       | REGISTRATION_CLOSED
        403 | The event 4401001 is inactive.                                          | REGISTRATION_CLOSED
        403 | The email provided was not found.                                       | OTHER
        404 | The event 4401001 doesn't exist.                                        | EVENT_NOT_FOUND
        404 | The event id is not found under this client account                     | EVENT_NOT_FOUND
        410 | Event has already been deleted                                          | EVENT_NOT_FOUND
        412 | Precondition failed.                                                    | OTHER
        """)
    void noIsNo(int status, String message, Refusal refusal) {
        assertThat(refused(On24Service.says(status, message))).isEqualTo(new Rejected(refusal, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        401 | Header must contain both accessTokenKey and accessTokenSecret.
        401 | AccessTokenKey and AccessTokenSecret are wrong or invalid.
        401 | AccessTokenKey and AccessTokenSecret are deactivated.
        403 | The client id 7001 is inactive.
        403 | You do not have permission to perform the requested operation.
        403 | The client id is not an Elite user
        404 | The client 7001 doesn't exist.
        """)
    void whatIsAboutTheAccountStopsAll(int status, String message) {
        assertThat(refused(On24Service.says(status, message))).isEqualTo(new Barred(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You have reached the maximum number of calls for this api.",
                "You reached the maximum number of calls for this endpoint",
                "YOU HAVE REACHED THE MAXIMUM NUMBER OF CALLS FOR THIS API"
            })
    void aUsedUpQuotaIsAForbiddenThatSaysSo(String message) {
        var failure = refused(On24Service.says(403, message));
        assertThat(failure).isInstanceOfSatisfying(Throttled.class, pause -> {
            assertThat(pause.words()).isEqualTo(message);
            assertThat(pause.retryAt())
                    .isBetween(
                            on24.clock.instant().plusSeconds(60),
                            on24.clock.instant().plusSeconds(72));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 423, 500, 502, 503, 504})
    void laterIsLater(int status) {
        assertThat(refused(Answer.empty(status))).isEqualTo(new Temporary("HTTP " + status));
    }

    @Test
    void aRefusalOfSomebodyElseBarsWithoutWords() {
        assertThat(refused(new Answer(403, Map.of(), "<html>Forbidden</html>"))).isEqualTo(new Barred("HTTP 403"));
        assertThat(refused(new Answer(404, Map.of(), "<html>Not found</html>"))).isEqualTo(new Barred("HTTP 404"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        var away = new Answer(302, Map.of("Location", on24.service.uri() + "/elsewhere"), "");
        assertThat(refused(away)).isEqualTo(new Unclear("HTTP 302"));
        assertThat(on24.service.count(call -> call.path().equals("/elsewhere"))).isZero();
    }

    @Test
    void aSuccessThatNamesNobodyIsUnclear() {
        assertThat(refused(Answer.json(200, Map.of()))).isInstanceOf(Unclear.class);
        assertThat(refused(Answer.json(200, Map.of("message", "Thank you.")))).isInstanceOf(Unclear.class);
    }

    @Test
    void longWordsAreCut() {
        assertThat(refused(On24Service.says(400, "x".repeat(2_000))).words()).hasSize(ProviderFailure.LONGEST);
    }

    @Test
    void whatIsRequiredThereAndMissingHereIsNamed() {
        on24.service.field("company", "Company", true);
        on24.service.field("job_title", "Title", true, "Manager", "CEO");
        assertThat(failure(register(on24.provider)))
                .isEqualTo(new Rejected(
                        Refusal.MISSING_FIELD,
                        "The company parameter is missing. " + OwnWords.NEEDED_THERE.with("Company, Title")));
    }

    @Test
    void afterARefusalThePageIsLookedAtAgain() {
        on24.service.field("company", "Company", true);
        assertThat(failure(register(on24.provider))).isInstanceOf(Rejected.class);
        on24.service.fields.removeLast();
        assertThat(register(on24.provider)).isInstanceOf(RegistrationOutcome.Accepted.class);
        assertThat(register(on24.provider)).isInstanceOf(RegistrationOutcome.Accepted.class);
        assertThat(on24.service.count(On24Service.FIELDS))
                .as("else once an hour")
                .isEqualTo(2);
    }

    @Test
    void whoMayNotReadTheFieldsMayRegister() {
        on24.service.next(On24Service.FIELDS, On24Service.says(403, "The client id is not an Elite user"));
        assertThat(register(on24.provider)).isInstanceOf(RegistrationOutcome.Accepted.class);
    }

    @Test
    void whenTheFieldsCannotBeReadNothingWasSent() {
        on24.service.next(On24Service.FIELDS, Fault.HTML);
        assertThat(failure(register(on24.provider))).isInstanceOf(Temporary.class);
        on24.service.next(On24Service.FIELDS, On24Service.says(403, On24Service.QUOTA));
        assertThat(failure(register(on24.provider))).isInstanceOf(Throttled.class);
        assertThat(on24.service.count(On24Service.REGISTERING)).isZero();
    }

    @Test
    void quotaPausesGrowUntilACallGetsThrough() {
        var pauses = new QuotaPauses(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)), on24.clock);
        var first = pauses.usedUp(1);
        assertThat(minutes(first)).isBetween(1.0, 1.2);
        assertThat(pauses.usedUp(1)).as("was under way as well").isEqualTo(first);
        pauses.passed(1);
        assertThat(pauses.usedUp(1)).as("got through before").isEqualTo(first);
        assertThat(minutes(pauses.usedUp(2))).as("another connection").isBetween(1.0, 1.2);

        on24.clock.set(first);
        var second = pauses.usedUp(1);
        assertThat(minutes(second)).isBetween(5.0, 6.0);
        on24.clock.set(second);
        var third = pauses.usedUp(1);
        assertThat(minutes(third)).as("no longer than the longest").isBetween(5.0, 6.0);

        on24.clock.set(third);
        pauses.passed(1);
        assertThat(minutes(pauses.usedUp(1))).isBetween(1.0, 1.2);
    }

    private double minutes(Instant until) {
        return Duration.between(on24.clock.instant(), until).toMillis() / 60_000.0;
    }

    @ParameterizedTest
    @CsvSource({"access-token-key,' '", "access-token-secret,'a\nb'", "client-id,''", "region,Mars", "client-id,4242"})
    void aConnectionThatCannotBeRightIsSaidToBeSo(String field, String value) {
        var provider = on24.provider(On24Fixture.SETTINGS, Map.of(field, value));
        assertThatThrownBy(() -> provider.check(HeldKeys.CONNECTION))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure()).isInstanceOf(Barred.class));
    }

    @Test
    void whatOpensTheServiceGoesAlongInHeaders() {
        on24.provider(On24Fixture.SETTINGS, Map.of("region", "EU")).check(HeldKeys.CONNECTION);
        var call = on24.service.calls().getFirst();
        assertThat(call.header("accessTokenKey")).isEqualTo("key-1");
        assertThat(call.header("accessTokenSecret")).isEqualTo("secret-1");
        assertThat(call.header("Accept")).isEqualTo("application/json");
        assertThat(call.path()).isEqualTo("/client/7001/event");
    }
}
