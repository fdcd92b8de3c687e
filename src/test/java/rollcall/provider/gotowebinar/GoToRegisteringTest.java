package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.person.PersonDetails;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Call;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.JoinLink;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.Refusal;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;
import rollcall.provider.RegistrationRequest;

class GoToRegisteringTest {

    private static final PersonDetails ANA = new PersonDetails(
            "ana@example.com", "Ana", "Ruiz", "Acme", "Engineer", "+44 20 1", "United Kingdom", "en", "Europe/London");

    private final GoToScene scene = new GoToScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private RegistrationOutcome register(Map<String, String> answers) {
        return scene.provider.register(GoToScene.EVENT, new RegistrationRequest(55, ANA, answers));
    }

    private RegistrationOutcome register() {
        return register(Map.of());
    }

    private static ProviderFailure failure(RegistrationOutcome outcome) {
        return ((Failed) outcome).failure();
    }

    private Call sent() {
        return scene.service.calls().stream()
                .filter(GoToScene::registering)
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private DecisionOutcome decide(RegistrantRef ref, Decision decision) {
        return scene.provider.decide(GoToScene.EVENT, ref, decision);
    }

    @Test
    void whoIsLetInHasTheirLinkAtOnce() {
        var accepted = (Accepted) register();
        assertThat(accepted.registrant()).isEqualTo(new RegistrantRef("7788990011", "ana@example.com"));
        assertThat(accepted.link())
                .isEqualTo(new JoinLink(URI.create("https://global.gotowebinar.com/join/4411/7788990011"), true));
        assertThat(accepted.duplicate()).isFalse();
        assertThat(sent().query()).isEqualTo(Map.of("resendConfirmation", "false"));
    }

    @Test
    void onlyWhatTheWebinarAsksForIsSent() {
        register();
        assertThat(sent().json().toString())
                .isEqualTo("{\"firstName\":\"Ana\",\"lastName\":\"Ruiz\",\"email\":\"ana@example.com\","
                        + "\"organization\":\"Acme\",\"jobTitle\":\"Engineer\"}");
    }

    @Test
    void answersGoToTheQuestionsOfTheirName() {
        scene.service.fields.add(GoToService.field("numberOfEmployees", true));
        scene.service.fields.add(Map.of(
                "field", "country", "required", true, "maxSize", 128, "answers", List.of("Sweden", "United Kingdom")));
        scene.service.questions = List.of(
                Map.of(
                        "questionKey",
                        11,
                        "question",
                        "Your role?",
                        "required",
                        true,
                        "type",
                        "multipleChoice",
                        "answers",
                        List.of(Map.of("answer", "Ops", "answerKey", 1), Map.of("answer", "Dev", "answerKey", 2))),
                Map.of("questionKey", 12, "question", "Why?", "required", false, "type", "shortAnswer", "maxSize", 5));
        assertThat(register(Map.of("your role", "dev", "Why?", "Because", "Number of employees", "50")))
                .isInstanceOf(Accepted.class);
        assertThat(sent().json().path("country").asString()).isEqualTo("United Kingdom");
        assertThat(sent().json().path("numberOfEmployees").asString()).isEqualTo("50");
        assertThat(sent().json().path("responses").toString())
                .isEqualToIgnoringWhitespace("[" + response(sent(), 0) + "," + response(sent(), 1) + "]")
                .contains("\"answerKey\":2")
                .contains("\"responseText\":\"Becau\"");
    }

    private static String response(Call call, int nth) {
        return call.json().path("responses").path(nth).toString();
    }

    @Test
    void whatIsMissingIsNamed() {
        register(); // the form is known by now, and changes then
        scene.service.forget("ana@example.com");
        scene.service.fields.add(GoToService.field("industry", true));
        scene.service.questions = List.of(Map.of(
                "questionKey", 11, "question", "Your role?", "required", true, "type", "shortAnswer", "maxSize", 100));
        assertThat(failure(register())).isInstanceOfSatisfying(Rejected.class, no -> {
            assertThat(no.refusal()).isEqualTo(Refusal.MISSING_FIELD);
            assertThat(no.words())
                    .isEqualTo(OwnWords.ANSWERED_HTTP.with(400) + " "
                            + OwnWords.NOT_FILLED_OUT.with("industry, Your role?"));
        });
        assertThat(register(Map.of("Industry", "Ships", "Your role?", "Dev")))
                .as("the form was read anew")
                .isInstanceOf(Accepted.class);
    }

    @Test
    void theFormIsReadOnceAnHour() {
        register();
        scene.service.forget("ana@example.com");
        register();
        assertThat(scene.service.count(call -> call.path().endsWith("/fields"))).isEqualTo(1);
        scene.clock.advance(Duration.ofMinutes(61));
        register();
        assertThat(scene.service.count(call -> call.path().endsWith("/fields"))).isEqualTo(2);
    }

    @Test
    void whatGoesWrongBeforeAnythingIsSentIsNotUnclear() {
        scene.service.next(call -> call.path().endsWith("/fields"), Fault.HTML);
        assertThat(failure(register())).isInstanceOf(Temporary.class);
        assertThat(scene.service.count(GoToScene::registering)).isZero();
    }

    @Test
    void whereTheOrganizerApprovesEverybodyWaitsUntilTheyDid() {
        scene.service.manual = true;
        var pending = (Pending) register();
        assertThat(decide(pending.registrant(), Decision.APPROVE)).isInstanceOf(DecisionOutcome.NotSupported.class);
        assertThat(decide(pending.registrant(), Decision.DENY)).isInstanceOf(DecisionOutcome.NotSupported.class);
        assertThat(scene.provider.joinLink(GoToScene.EVENT, pending.registrant()))
                .isEmpty();
        assertThat(register()).as("tried again").isEqualTo(pending);

        scene.service.decide("ana@example.com", "APPROVED");
        assertThat(decide(pending.registrant(), Decision.APPROVE)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(scene.provider.joinLink(GoToScene.EVENT, pending.registrant()))
                .isPresent();
        var accepted = (Accepted) register();
        assertThat(accepted.duplicate()).isTrue();
        assertThat(accepted.link()).isNotNull();
    }

    @Test
    void whoWasTurnedDownStaysSo() {
        scene.service.manual = true;
        var pending = (Pending) register();
        scene.service.decide("ana@example.com", "DENIED");
        assertThat(failure(register()))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.PREVIOUSLY_DENIED));
        assertThat(decide(pending.registrant(), Decision.APPROVE)).isInstanceOf(DecisionOutcome.Failed.class);
        assertThat(decide(pending.registrant(), Decision.DENY)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(scene.provider.joinLink(GoToScene.EVENT, pending.registrant()))
                .isEmpty();
    }

    @Test
    void howItApprovesIsAskedOnceInAWhile() {
        register();
        scene.service.forget("ana@example.com");
        scene.service.manual = true;
        assertThat(register()).as("within ten minutes").isInstanceOf(Accepted.class);
        scene.service.forget("ana@example.com");
        scene.clock.advance(Duration.ofMinutes(11));
        assertThat(register()).isInstanceOf(Pending.class);
    }

    @Test
    void ifNobodyKnowsHowItApprovesTheRegistrantIsLookedAt() {
        scene.service.next(call -> call.is("GET", ".*/webinars"), Answer.empty(500));
        assertThat(register()).isInstanceOf(Accepted.class);
        assertThat(scene.service.count(call -> call.is("GET", ".*/registrants/\\d+")))
                .isEqualTo(1);
    }

    @Test
    void aDuplicateIsLookedUpWhateverItsAnswerSays() {
        var first = (Accepted) register();
        scene.service.silentDuplicates = true;
        assertThat(register()).isEqualTo(new Accepted(first.registrant(), first.link(), true));
        scene.service.next(
                GoToScene::registering,
                Answer.json(409, Map.of("registrantKey", 99, "joinUrl", "https://example.org/somebody-else")));
        assertThat(register())
                .as("a key that is not theirs")
                .isEqualTo(new Accepted(first.registrant(), first.link(), true));
    }

    @Test
    void aDuplicateWhomNobodyFindsIsTriedAgain() {
        scene.service.next(GoToScene::registering, Answer.empty(409));
        assertThat(failure(register())).isInstanceOf(Temporary.class);
        assertThat(register()).isInstanceOf(Accepted.class);
    }

    @Test
    void aLinkThatLeadsNowhereIsNone() {
        scene.service.next(
                GoToScene::registering, Answer.json(201, Map.of("registrantKey", 5, "joinUrl", "javascript:alert(1)")));
        assertThat(((Accepted) register()).link()).isNull();
    }

    @Test
    void cancellingFindsWhoeverHasNoKey() {
        register();
        assertThat(decide(new RegistrantRef(null, "ANA@example.com"), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
        assertThat(scene.provider.find(GoToScene.EVENT, "ana@example.com")).isEmpty();
        assertThat(decide(new RegistrantRef(null, "ana@example.com"), Decision.CANCEL))
                .isInstanceOf(DecisionOutcome.Done.class);
        assertThat(scene.service.count(call -> call.method().equals("DELETE"))).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoneIsNoPath() {
        decide(new RegistrantRef("../../../webinars/4411", "ana@example.com"), Decision.CANCEL);
        assertThat(scene.service.calls()).last().matches(call -> call.path().endsWith("/registrants/0"));
    }

    @Test
    void nobodyIsCancelledWhenItIsOver() {
        var registrant = ((Accepted) register()).registrant();
        scene.end();
        assertThat(decide(registrant, Decision.CANCEL)).isInstanceOf(DecisionOutcome.NotSupported.class);
        assertThat(scene.provider.find(GoToScene.EVENT, "ana@example.com")).isPresent();
    }

    @Test
    void aCancellationThatIsRefusedBeforeTheEndIsSaid() {
        var registrant = ((Accepted) register()).registrant();
        scene.service.next(call -> call.method().equals("DELETE"), Answer.empty(400));
        assertThat(decide(registrant, Decision.CANCEL))
                .isInstanceOfSatisfying(
                        DecisionOutcome.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Rejected.class));
    }
}
