package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;

class TeamsRegisteringTest {

    private static final String ANA = "ana@example.com";

    private final TeamsFixture teams = new TeamsFixture();
    private final TeamsService service = teams.service();

    @AfterEach
    void close() {
        teams.close();
    }

    private static Rejected rejected(RegistrationOutcome outcome) {
        return (Rejected) ((Failed) outcome).failure();
    }

    private Registrant found(String email) {
        return teams.provider().find(TeamsFixture.EVENT, email).orElseThrow();
    }

    private long posts() {
        return service.count(TeamsService.REGISTERING);
    }

    @Test
    void sendsWhatIsRequiredAndOurMark() {
        teams.register(ANA);
        var sent = service.calls().stream()
                .filter(TeamsService.REGISTERING)
                .findFirst()
                .orElseThrow()
                .json();
        assertThat(sent.properties())
                .extracting(
                        one -> one.getKey() + "=" + one.getValue().toString().replace("\"", ""))
                .containsExactlyInAnyOrder(
                        "firstName=Ana",
                        "lastName=Ruiz",
                        "email=" + ANA,
                        "preferredTimezone=W. Europe Standard Time",
                        "preferredLanguage=sv-se",
                        "externalRegistrationInformation="
                                + sent.path("externalRegistrationInformation")
                                        .toString()
                                        .replace("\"", ""));
        assertThat(sent.at("/externalRegistrationInformation/registrationId").asString())
                .isEqualTo("M-55");
        assertThat(found(ANA).memberId()).isEqualTo(55);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Antarctica/Troll", "Mars/Olympus"})
    void whoeverIsNowhereGetsTheZoneOfTheWebinarAskedForOnce(String zone) {
        teams.register(ANA, "", zone);
        teams.register("bo@example.com", "", zone);
        assertThat(service.calls())
                .filteredOn(TeamsService.REGISTERING)
                .extracting(call -> call.json().path("preferredTimezone").asString() + " "
                        + call.json().path("preferredLanguage").asString())
                .containsExactly("GMT Standard Time en-us", "GMT Standard Time en-us");
        assertThat(service.count(call -> call.is("GET", ".*/" + TeamsService.WEBINAR)))
                .isEqualTo(1);
    }

    @Test
    void theAnswerHasNoBodySoTheRegistrationAndItsLinkAreReadBack() {
        var accepted = (Accepted) teams.register(ANA);
        assertThat(accepted.registrant())
                .isEqualTo(new RegistrantRef(service.registration(ANA).get("id").toString(), ANA));
        assertThat(accepted.link()).isNotNull().satisfies(link -> {
            assertThat(link.personal()).isTrue();
            assertThat(link.uri()).hasToString(TeamsService.joinLink(service.registration(ANA)));
        });
        assertThat(accepted.duplicate()).isFalse();
    }

    @Test
    void whoeverHasNoLinkYetIsAcceptedAllTheSameAndAskedForLater() {
        service.linkForbidden = true;
        var accepted = (Accepted) teams.register(ANA);
        assertThat(accepted.link()).isNull();
        service.linkForbidden = false;
        assertThat(teams.provider().joinLink(TeamsFixture.EVENT, accepted.registrant()))
                .isPresent();
        assertThat(teams.provider().joinLink(TeamsFixture.EVENT, new RegistrantRef(null, ANA)))
                .isPresent();
        assertThat(teams.provider().joinLink(TeamsFixture.EVENT, new RegistrantRef("gone", ANA)))
                .isEmpty();
    }

    @Test
    void aRegistrationThatShowsLateIsWaitedFor() {
        service.lag = 2;
        assertThat(teams.register(ANA)).isInstanceOf(Accepted.class);
        assertThat(teams.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @Test
    void oneThatDoesNotShowIsUnclearAndIsNotSentAgainOnceItDoes() {
        service.lag = 3;
        assertThat(((Failed) teams.register(ANA)).failure()).isInstanceOf(Unclear.class);
        assertThat(teams.register(ANA))
                .isInstanceOfSatisfying(
                        Accepted.class, again -> assertThat(again.duplicate()).isTrue());
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void whateverGoesWrongAfterItIsDoneIsUnclear() {
        service.next(call -> call.is("GET", ".*/registrations") && posts() == 1, TeamsFixture.pause("30"));
        assertThat(((Failed) teams.register(ANA)).failure()).isInstanceOf(Unclear.class);
        assertThat(found(ANA).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whateverGoesWrongBeforeAnythingIsSentIsTemporary() {
        service.next(call -> call.is("GET", ".*/registrations"), Fault.HTML);
        assertThat(((Failed) teams.register(ANA)).failure()).isInstanceOf(Temporary.class);
        assertThat(posts()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRegisteredTwiceWhateverTeamsMakesOfIt(TeamsService.Twice twice) {
        service.twice = twice;
        var first = (Accepted) teams.register(ANA);
        var second = (Accepted) teams.register("Ana@Example.com");
        assertThat(second.registrant().registrantId())
                .isEqualTo(first.registrant().registrantId());
        assertThat(second.duplicate()).isTrue();
        assertThat(service.registrations).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TELLS_CASE_APART", "IGNORED"})
    void aConflictIsLookedUpHoweverTheFilterIsMeant(TeamsService.Filter filter) {
        teams.register("bo@example.com");
        teams.register("Ana@Example.com");
        service.filter = filter;
        service.pageSize = 1;
        assertThat(((Accepted) teams.register(ANA)).registrant().registrantId())
                .isEqualTo(service.registration(ANA).get("id"));
        assertThat(service.registrations).hasSize(2);
    }

    @Test
    void anApostropheInAnAddressIsDoubled() {
        teams.register("o'hara@example.com");
        assertThat(found("o'hara@example.com").state()).isEqualTo(State.APPROVED);
        assertThat(service.calls())
                .anyMatch(call ->
                        "email eq 'o''hara@example.com'".equals(call.query().get("$filter")));
    }

    @Test
    void aWaitlistAndAnApprovalOfItsOwnMakeSomebodyWait() {
        service.configuration.putAll(Map.of("capacity", 1, "isWaitlistEnabled", true));
        assertThat(teams.register(ANA)).isInstanceOf(Accepted.class);
        assertThat(teams.register("bo@example.com")).isInstanceOf(Pending.class);
        assertThat(found("bo@example.com").state()).isEqualTo(State.WAITLISTED);
        service.configuration.put("isManualApprovalEnabled", true);
        assertThat(teams.register("cy@example.com")).isInstanceOf(Pending.class);
        assertThat(found("cy@example.com").state()).isEqualTo(State.PENDING);
    }

    @Test
    void onlyItsOrganizersDecide() {
        service.configuration.put("isManualApprovalEnabled", true);
        var waiting = ((Pending) teams.register(ANA)).registrant();
        for (var decision : new Decision[] {Decision.APPROVE, Decision.DENY}) {
            assertThat(teams.provider().decide(TeamsFixture.EVENT, waiting, decision))
                    .isInstanceOf(DecisionOutcome.NotSupported.class);
        }
        service.decided(ANA, "registered");
        assertThat(teams.register(ANA)).isInstanceOf(Accepted.class);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void whoeverWasTurnedDownStaysSo() {
        teams.register(ANA);
        service.decided(ANA, "rejectedByOrganizer");
        assertThat(rejected(teams.register(ANA)).refusal()).isEqualTo(Refusal.PREVIOUSLY_DENIED);
        assertThat(found(ANA).state()).isEqualTo(State.DENIED);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aStateThatIsNewIsNotGuessed() {
        teams.register(ANA);
        service.decided(ANA, "unknownFutureValue");
        assertThat(((Failed) teams.register(ANA)).failure())
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.words()).contains("unknownFutureValue"));
        assertThat(found(ANA).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void whoeverCancelledComesBackAsSomebodyNewAndThatOneCounts() {
        var first = (Accepted) teams.register(ANA);
        teams.clock().advance(Duration.ofMinutes(1));
        service.decided(ANA, "canceled");
        assertThat(found(ANA)).satisfies(left -> {
            assertThat(left.state()).isEqualTo(State.CANCELLED);
            assertThat(left.since()).isEqualTo(Instant.parse("2026-03-02T09:01:00Z"));
        });
        var second = (Accepted) teams.register(ANA);
        assertThat(second.registrant()).isNotEqualTo(first.registrant());
        assertThat(found(ANA).ref()).isEqualTo(second.registrant());
        assertThat(found(ANA).state()).isEqualTo(State.APPROVED);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 404, 409})
    void cancellingTwiceIsDone(int status) {
        service.cancelledTwice = status;
        var there = ((Accepted) teams.register(ANA)).registrant();
        assertThat(teams.provider().decide(TeamsFixture.EVENT, there, Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
        assertThat(service.registration(ANA)).containsEntry("status", "canceled");
        assertThat(teams.provider().decide(TeamsFixture.EVENT, there, Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
    }

    @Test
    void whoeverHasNoIdHereIsCancelledByAddress() {
        teams.register(ANA);
        assertThat(teams.provider()
                        .decide(TeamsFixture.EVENT, new RegistrantRef(null, "ANA@example.com"), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
        assertThat(service.registration(ANA)).containsEntry("status", "canceled");
        assertThat(teams.provider()
                        .decide(TeamsFixture.EVENT, new RegistrantRef(null, "bo@example.com"), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
    }

    /** An app cancels only those without an account of the organization (MS-CAN). */
    @Test
    void aCancellationThatIsRefusedIsLeftToAPerson() {
        var there = ((Accepted) teams.register(ANA)).registrant();
        service.next(call -> call.is("POST", ".*/cancel"), TeamsService.error(403, "Forbidden", "Not anonymous."));
        assertThat(teams.provider().decide(TeamsFixture.EVENT, there, Decision.CANCEL))
                .isEqualTo(new DecisionOutcome.Failed(new Rejected(Refusal.OTHER, "Forbidden: Not anonymous.")));
    }

    @Test
    void aMarkOfSomebodyElseIsNotOurs() {
        teams.register(ANA);
        service.registration(ANA)
                .put("externalRegistrationInformation", Map.of("referrer", "eventapp", "registrationId", "M-55"));
        assertThat(found(ANA).memberId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequest, The property 'city' is required., MISSING_FIELD",
        "400, BadRequest, Invalid value., INVALID_FIELD",
        "403, Forbidden, Forbidden, OTHER",
        "403, Forbidden, The event is at full capacity., CAPACITY_FULL",
        "403, Forbidden, Registration is closed., REGISTRATION_CLOSED",
        "403, Forbidden, The event has ended., EVENT_OVER",
        "404, NotFound, No such webinar., EVENT_NOT_FOUND",
        "409, Conflict, Conflict, INVALID_FIELD",
    })
    void aRefusalIsWhatItSays(int status, String code, String message, Refusal refusal) {
        service.refusing = Optional.of(TeamsService.error(status, code, message));
        assertThat(rejected(teams.register(ANA)).refusal()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "draft, 09:00, REGISTRATION_CLOSED",
        "canceled, 09:00, REGISTRATION_CLOSED",
        "published, 19:00, EVENT_OVER"
    })
    void aRefusalWithoutWordsIsExplainedByTheWebinar(String status, String time, Refusal refusal) {
        service.refusing = Optional.of(TeamsService.error(403, "Forbidden", "Forbidden"));
        service.webinar.put("status", status);
        teams.clock().set(Instant.parse("2026-03-02T" + time + ":00Z"));
        assertThat(rejected(teams.register(ANA))).isEqualTo(new Rejected(refusal, "Forbidden"));
    }

    @ParameterizedTest
    @CsvSource({"500, Unclear", "502, Unclear", "504, Unclear", "503, Temporary", "408, Temporary", "423, Temporary"})
    void aServerThatBrokeMayHaveDoneIt(int status, String failure) {
        service.refusing = Optional.of(Answer.empty(status));
        assertThat(((Failed) teams.register(ANA)).failure().getClass().getSimpleName())
                .isEqualTo(failure);
    }
}
