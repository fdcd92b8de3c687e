package rollcall.provider.on24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.person.PersonDetails;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationRequest;

/** What is written to ON24, and what comes of it. */
class On24RegistrationTest {

    private static final String ANA = "ana+news@example.com";

    private final On24Fixture on24 = new On24Fixture();

    @AfterEach
    void close() {
        on24.service.close();
    }

    private RegistrationOutcome register(On24 provider, String country, Map<String, String> answers) {
        var ana = new PersonDetails(ANA, "Ana", "Ruíz", "Acme & Söner", "Engineer", "+46 8 1", country, "sv", "");
        return provider.register(On24Fixture.EVENT, new RegistrationRequest(55, ana, answers));
    }

    private RegistrantRef registered() {
        return ((Accepted) register(on24.provider, "", Map.of())).registrant();
    }

    private Map<String, String> form() {
        return on24.service.calls().stream()
                .filter(On24Service.REGISTERING)
                .toList()
                .getLast()
                .form();
    }

    private DecisionOutcome decide(On24 provider, RegistrantRef who, Decision decision) {
        return provider.decide(On24Fixture.EVENT, who, decision);
    }

    @Test
    void sendsAFormWithWhatIsKnown() {
        assertThat(registered()).isEqualTo(new RegistrantRef("90001", ANA));
        assertThat(form())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "email", ANA,
                        "firstName", "Ana",
                        "lastName", "Ruíz",
                        "company", "Acme & Söner",
                        "jobTitle", "Engineer",
                        "workPhone", "+46 8 1",
                        "extEventUserCd", "RC-55",
                        "isDeleted", "N"));
        assertThat(on24.service.calls().getLast().header("Content-Type"))
                .startsWith("application/x-www-form-urlencoded");
    }

    @Test
    void ourMemberComesBack() {
        registered();
        on24.service.someone("import@example.com").put("exteventusercd", "55");
        assertThat(on24.provider.registrants(On24Fixture.EVENT, null).items())
                .extracting(one -> one.ref().email(), Registrant::memberId)
                .containsExactlyInAnyOrder(tuple(ANA, 55L), tuple("import@example.com", null));
    }

    @Test
    void answersFillTheFieldsThatAskTheSame() {
        on24.service.field("std1", "How did you hear of us?", true, "Friends", "News");
        on24.service.field("companysize", "Company size", false, "1 - 49", "50+");
        on24.service.field("notes", "Notes", false);
        register(
                on24.provider,
                "",
                Map.of("How did you hear of us?", "news", "Company size", "a few", "NOTES", "Hej", "Shoe size", "44"));
        assertThat(form())
                .containsEntry("std1", "News")
                .containsEntry("notes", "Hej")
                .doesNotContainKeys("companySize", "Shoe size");
    }

    @Test
    void aCountryThatThePageDoesNotOfferIsLeftOut() {
        on24.service.field("country", "Country", false, "Sweden", "Norway");
        assertThat(register(on24.provider, "SE", Map.of())).isInstanceOf(Accepted.class);
        assertThat(form()).doesNotContainKey("country");
        assertThat(register(on24.provider, "sweden", Map.of())).isInstanceOf(Accepted.class);
        assertThat(form()).containsEntry("country", "Sweden");
    }

    @Test
    void aCountryThatIsRequiredAndNotOfferedIsRefusedByOn24() {
        on24.service.field("country", "Country", true, "Sweden", "Norway");
        assertThat(register(on24.provider, "Atlantis", Map.of()))
                .isEqualTo(new Failed(new Rejected(Refusal.INVALID_FIELD, "Invalid value for the country parameter.")));
    }

    @Test
    void whoWasCancelledComesBack() {
        var ana = registered();
        decide(on24.provider, ana, Decision.CANCEL);
        assertThat(on24.provider.find(On24Fixture.EVENT, ANA))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(Registrant.State.CANCELLED));
        assertThat(registered()).isEqualTo(ana);
        assertThat(on24.provider.find(On24Fixture.EVENT, ANA))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(Registrant.State.APPROVED));
    }

    @Test
    void whetherTheyAreBroughtBackIsASetting() {
        register(on24.provider(On24Fixture.settings(false, false, true)), "", Map.of());
        assertThat(form()).doesNotContainKey("isDeleted");
    }

    @Test
    void onceItHasStartedANewcomerStillGetsIn() {
        on24.clock.set(on24.service.start.plusSeconds(60));
        assertThat(register(on24.provider, "", Map.of())).isInstanceOf(Accepted.class);
        assertThat(on24.service.people).hasSize(1);
        assertThat(on24.service.count(On24Service.REGISTERING)).isEqualTo(2);
        assertThat(form()).doesNotContainKey("isDeleted");
    }

    @Test
    void whomOn24DoesNotKnowIsCancelled() {
        assertThat(decide(on24.provider, new RegistrantRef(null, "who@example.com"), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
        assertThat(on24.service.people).isEmpty();
    }

    @Test
    void onceItHasStartedAPersonHasToCancel() {
        var ana = registered();
        on24.clock.set(on24.service.start);
        assertThat(decide(on24.provider, ana, Decision.CANCEL)).isInstanceOf(DecisionOutcome.NotSupported.class);
        on24.service.next(On24Service.REGISTERING, On24Service.says(400, "No."));
        assertThat(decide(on24.provider, ana, Decision.CANCEL))
                .as("however it is worded")
                .isInstanceOf(DecisionOutcome.NotSupported.class);
    }

    @Test
    void aCancellationThatFailsIsNotTakenForALateOne() {
        var ana = registered();
        var no = On24Service.says(400, "No.");
        on24.service.next(On24Service.REGISTERING, no);
        assertThat(decide(on24.provider, ana, Decision.CANCEL))
                .as("before the start")
                .isEqualTo(new DecisionOutcome.Failed(new Rejected(Refusal.OTHER, "No.")));
        on24.clock.set(on24.service.start);
        on24.service.next(
                On24Service.REGISTERING,
                On24Service.says(403, "You do not have permission to perform the requested operation."));
        assertThat(failed(ana)).isInstanceOf(Barred.class);
        on24.service.next(On24Service.REGISTERING, On24Service.says(403, On24Service.QUOTA));
        assertThat(failed(ana)).isInstanceOf(Throttled.class);
        on24.service.next(On24Service.REGISTERING, Fault.HTML);
        assertThat(failed(ana)).isInstanceOf(Unclear.class);
    }

    private Object failed(RegistrantRef who) {
        return ((DecisionOutcome.Failed) decide(on24.provider, who, Decision.CANCEL)).failure();
    }

    @Test
    void whoHasNoAddressAnyMoreIsCancelledByHand() {
        assertThat(decide(on24.provider, new RegistrantRef("90001", ""), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.NotSupported.class);
        assertThat(on24.service.calls()).isEmpty();
    }

    @Test
    void nobodyIsTurnedDownUnlessBlockingIsSaidToDoIt() {
        var ana = registered();
        assertThat(on24.provider.capabilities(On24Fixture.EVENT).approveDeny()).isFalse();
        assertThat(decide(on24.provider, ana, Decision.DENY)).isInstanceOf(DecisionOutcome.NotSupported.class);
        assertThat(decide(on24.provider, ana, Decision.APPROVE)).isInstanceOf(DecisionOutcome.NotSupported.class);
        assertThat(on24.service.someone(ANA)).containsEntry("isblocked", "N");
    }

    @Test
    void whoIsBlockedStaysOutUntilLetIn() {
        var blocking = on24.provider(On24Fixture.settings(true, true, true));
        var ana = registered();
        assertThat(blocking.capabilities(On24Fixture.EVENT).approveDeny()).isTrue();
        assertThat(decide(blocking, ana, Decision.DENY)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(blocking.find(On24Fixture.EVENT, ANA).orElseThrow().state()).isEqualTo(Registrant.State.DENIED);
        assertThat(register(blocking, "", Map.of()))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        Rejected.class,
                                        no -> assertThat(no.refusal()).isEqualTo(Refusal.PREVIOUSLY_DENIED)));
        assertThat(decide(blocking, ana, Decision.APPROVE)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(register(blocking, "", Map.of())).isInstanceOf(Accepted.class);
    }

    @Test
    void whatBlockedMeansIsASetting() {
        registered();
        on24.service.someone(ANA).put("isblocked", "Y");
        var other = on24.provider(On24Fixture.settings(true, false, false));
        assertThat(other.find(On24Fixture.EVENT, ANA).orElseThrow().state()).isEqualTo(Registrant.State.APPROVED);
        assertThat(register(other, "", Map.of())).isInstanceOf(Accepted.class);
    }

    @Test
    void somebodyOfAnotherEventIsNotFound() {
        registered();
        on24.service.next(
                On24Service.LOOKING_UP,
                Answer.json(200, Map.of("registrant", Map.of("eventid", 999, "email", ANA, "eventuserid", 1))));
        assertThat(on24.provider.find(On24Fixture.EVENT, ANA)).isEmpty();
    }

    @Test
    void aLookupThatFailsIsNotAbsence() {
        on24.service.next(On24Service.LOOKING_UP, On24Service.says(404, "The client 7001 doesn't exist."));
        assertThatThrownBy(() -> on24.provider.find(On24Fixture.EVENT, ANA)).isInstanceOf(ProviderTrouble.class);
        on24.service.next(On24Service.LOOKING_UP, Answer.json(200, Map.of()));
        assertThatThrownBy(() -> on24.provider.find(On24Fixture.EVENT, ANA)).isInstanceOf(ProviderTrouble.class);
    }

    @Test
    void aRegistrantIsFoundWithWhatOn24Knows() {
        registered();
        assertThat(on24.provider.find(On24Fixture.EVENT, ANA))
                .contains(new Registrant(
                        new RegistrantRef("90001", ANA),
                        55L,
                        "Ana Ruíz",
                        Registrant.State.APPROVED,
                        null,
                        "",
                        on24.clock.instant()));
    }

    @Test
    void everybodyEntersAtTheEventsAddress() {
        var ana = registered();
        var link = on24.provider.joinLink(On24Fixture.EVENT, ana).orElseThrow();
        assertThat(link.uri()).hasToString("https://event.on24.com/wcc/r/4401001/AB12CD");
        assertThat(link.personal()).isFalse();
        on24.provider.joinLink(On24Fixture.EVENT, ana);
        assertThat(on24.service.count(On24Service.DESCRIBING))
                .as("asked for once")
                .isEqualTo(1);

        on24.clock.advance(Duration.ofHours(2));
        on24.service.quotaUsedUp = true;
        assertThat(on24.provider.joinLink(On24Fixture.EVENT, ana))
                .as("as it was")
                .contains(link);
    }

    @Test
    void anAddressThatIsNoneOfTheWebLeadsNowhere() {
        on24.service.event.put("audienceurl", "javascript:alert(1)");
        assertThat(on24.provider.joinLink(On24Fixture.EVENT, registered())).isEmpty();
        on24.service.event.remove("audienceurl");
        assertThat(on24.provider(On24Fixture.SETTINGS).joinLink(On24Fixture.EVENT, registered()))
                .isEmpty();
    }
}
