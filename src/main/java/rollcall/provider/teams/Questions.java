package rollcall.provider.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import rollcall.person.PersonField;
import rollcall.provider.AskedField;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.RegistrationRequest;
import tools.jackson.databind.JsonNode;

/**
 * What a webinar asks of those who register: {@code registrationConfiguration/questions} (MS-SDK). Answers go along as
 * {@code registrationQuestionAnswers} (MS-POST): as {@code multiChoiceValues} where several may be chosen, as {@code
 * booleanValue} for yes or no, as {@code value} else. That a question tells its kind as {@code answerInputType}, its choices as
 * {@code answerChoices}, and which of Microsoft's own it is as {@code label}, is by the SDK's models [assumed]; where that is
 * missing, the answer goes as text.
 */
final class Questions {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Microsoft's own questions that say what is kept of a person. */
    private static final Map<String, PersonField> OF_A_PERSON = Map.of(
            "organization", PersonField.COMPANY,
            "jobtitle", PersonField.JOB_TITLE,
            "countryorregion", PersonField.COUNTRY);

    private static final Set<String> YES = Set.of("yes", "ja", "true", "1", "on");
    private static final Set<String> NO = Set.of("no", "nej", "false", "0", "off");

    private final Graph graph;
    private final Clock clock;
    private final ConcurrentMap<WebinarAddress, Known> known = new ConcurrentHashMap<>();

    Questions(Graph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    private record Known(List<Question> questions, Instant until) {}

    /** One of them. */
    private record Question(
            String id, String name, boolean required, String kind, List<String> choices, Optional<PersonField> field) {}

    List<AskedField> asked(WebinarAddress webinar) {
        return of(webinar).stream()
                .filter(Question::required)
                .map(one -> new AskedField(one.name(), one.field().orElse(null)))
                .toList();
    }

    /** The answers to what is asked there; what nobody answered is left out. */
    List<Map<String, Object>> answered(WebinarAddress webinar, RegistrationRequest request) {
        var answers = new ArrayList<Map<String, Object>>();
        for (var question : of(webinar)) {
            answer(question, request).ifPresent(text -> {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("questionId", question.id());
                answer.putAll(value(question, text));
                answers.add(answer);
            });
        }
        return answers;
    }

    private static Optional<String> answer(Question question, RegistrationRequest request) {
        var said = request.answers().entrySet().stream()
                .filter(one -> key(one.getKey()).equals(key(question.name())))
                .map(Map.Entry::getValue);
        var held = question.field().map(field -> field.of(request.person())).stream();
        return Stream.concat(held, said)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Map<String, Object> value(Question question, String text) {
        return switch (question.kind()) {
            case "multichoice" -> Map.of("multiChoiceValues", chosen(question, text));
            case "boolean" ->
                yesOrNo(text)
                        .<Map<String, Object>>map(yes -> Map.of("booleanValue", yes))
                        .orElseGet(() -> Map.of("value", text));
            case "singlechoice" -> Map.of("value", offered(question, text).orElse(text));
            default -> Map.of("value", text);
        };
    }

    /** Several are kept one below the other, or with a comma or semicolon between. */
    private static List<String> chosen(Question question, String text) {
        var whole = offered(question, text);
        return whole.map(List::of)
                .orElseGet(() -> List.of(text.split("[\\n;,]")).stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .map(one -> offered(question, one).orElse(one))
                        .toList());
    }

    private static Optional<String> offered(Question question, String text) {
        return question.choices().stream()
                .filter(choice -> key(choice).equals(key(text)))
                .findFirst();
    }

    private static Optional<Boolean> yesOrNo(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    private static String key(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private List<Question> of(WebinarAddress webinar) {
        var held = known.get(webinar);
        if (held == null || !clock.instant().isBefore(held.until())) {
            held = new Known(read(webinar), clock.instant().plus(KEPT));
            known.put(webinar, held);
        }
        return held.questions();
    }

    /** None where Graph does not tell them: it says itself, then, what is missing. */
    private List<Question> read(WebinarAddress webinar) {
        try {
            return graph.read(webinar.connection(), webinar.configuration() + "/questions")
                    .path("value")
                    .valueStream()
                    .map(Questions::question)
                    .filter(one -> !one.id().isEmpty())
                    .toList();
        } catch (ProviderTrouble trouble) {
            if (trouble.failure() instanceof Barred || trouble.failure() instanceof Rejected) {
                return List.of();
            }
            throw trouble;
        }
    }

    private static Question question(JsonNode node) {
        var label = node.path("label").asString("");
        var choices = node.path("answerChoices")
                .valueStream()
                .map(choice -> choice.asString(""))
                .toList();
        return new Question(
                node.path("id").asString(""),
                node.path("displayName").asString(label),
                node.path("isRequired").asBoolean(false),
                node.path("answerInputType").asString("").toLowerCase(Locale.ROOT),
                choices,
                Optional.ofNullable(OF_A_PERSON.get(label.toLowerCase(Locale.ROOT))));
    }
}
