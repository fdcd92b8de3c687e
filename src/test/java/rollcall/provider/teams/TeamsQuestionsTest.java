package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;
import rollcall.provider.AskedField;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationRequest;

/** The questions of a webinar: which must be answered, and how answers go along. */
class TeamsQuestionsTest {

    private final TeamsFixture teams = new TeamsFixture();
    private final TeamsService service = teams.service();

    @BeforeEach
    void ask() {
        service.questions.add(
                Map.of("id", "q-org", "displayName", "Organization", "label", "organization", "isRequired", true));
        service.questions.add(
                Map.of("id", "q-diet", "displayName", "Diet?", "answerInputType", "text", "isRequired", true));
        service.questions.add(Map.of(
                "id", "q-topics",
                "displayName", "Topics",
                "answerInputType", "multiChoice",
                "answerChoices", List.of("Spring Boot", "Databases", "Other, please say"),
                "isRequired", false));
        service.questions.add(Map.of(
                "id", "q-first", "displayName", "First time", "answerInputType", "boolean", "isRequired", false));
        service.questions.add(Map.of(
                "id", "q-level",
                "displayName", "Level",
                "answerInputType", "singleChoice",
                "answerChoices", List.of("Beginner", "Expert"),
                "isRequired", false));
    }

    @AfterEach
    void close() {
        teams.close();
    }

    private RegistrationOutcome register(String company, Map<String, String> answers) {
        var person = new PersonDetails("ana@example.com", "Ana", "Ruiz", company, "", "", "", "sv", "Europe/Stockholm");
        return teams.provider().register(TeamsFixture.EVENT, new RegistrationRequest(55, person, answers));
    }

    private List<String> sent() {
        return service.calls().stream()
                .filter(TeamsService.REGISTERING)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .json()
                .path("registrationQuestionAnswers")
                .valueStream()
                .map(answer -> answer.toString().replace("\"", ""))
                .toList();
    }

    @Test
    void tellsWhatMustBeAnswered() {
        assertThat(teams.provider().asks(TeamsFixture.EVENT))
                .containsExactly(new AskedField("Organization", PersonField.COMPANY), new AskedField("Diet?", null));
    }

    @Test
    void sendsEachAnswerInItsOwnWay() {
        var outcome = register(
                "Acme",
                Map.of(
                        "diet", "none",
                        "TOPICS", "databases\nspring boot",
                        "First time", "ja",
                        "Level", "expert",
                        "Shoe size", "41"));
        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(sent())
                .containsExactly(
                        "{questionId:q-org,value:Acme}",
                        "{questionId:q-diet,value:none}",
                        "{questionId:q-topics,multiChoiceValues:[Databases,Spring Boot]}",
                        "{questionId:q-first,booleanValue:true}",
                        "{questionId:q-level,value:Expert}");
    }

    @Test
    void aChoiceWithACommaInItIsOne() {
        register("Acme", Map.of("Topics", "Other, please say", "Diet?", "-"));
        assertThat(sent()).contains("{questionId:q-topics,multiChoiceValues:[Other, please say]}");
    }

    @Test
    void leavesOutWhatNobodyAnsweredAndSaysNothingWhereNothingIsAsked() {
        register("", Map.of("Diet?", " "));
        assertThat(sent()).isEmpty();
        service.questions.clear();
        teams.clock().advance(Duration.ofMinutes(11));
        assertThat(teams.provider().asks(TeamsFixture.EVENT)).isEmpty();
    }

    @Test
    void registersNobodyHalfWhileTheQuestionsCannotBeRead() {
        service.next(call -> call.path().endsWith("/questions"), TeamsFixture.pause("7"));
        var outcome = register("Acme", Map.of());
        assertThat(((Failed) outcome).failure()).isInstanceOf(Throttled.class);
        assertThat(service.count(TeamsService.REGISTERING)).isZero();
    }

    @Test
    void registersWithoutThemWhereTheyMayNotBeRead() {
        service.next(call -> call.path().endsWith("/questions"), TeamsService.error(403, "Forbidden", "Forbidden"));
        assertThat(register("Acme", Map.of())).isInstanceOf(Accepted.class);
        assertThat(sent()).isEmpty();
    }
}
