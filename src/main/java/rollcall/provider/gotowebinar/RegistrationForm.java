package rollcall.provider.gotowebinar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import rollcall.person.PersonField;
import rollcall.provider.AskedField;
import rollcall.provider.RegistrationRequest;
import tools.jackson.databind.JsonNode;

/**
 * What a webinar asks of whoever registers [G2-OAS]: fields that GoTo knows, and questions of the organizer's own. What is
 * known of a person is put into the fields; answers are matched to questions, and to fields, by what they are called.
 */
record RegistrationForm(List<JsonNode> fields, List<JsonNode> questions) {

    static final String PATH = "/registrants/fields";

    private static final List<String> ALWAYS = List.of("firstName", "lastName", "email");

    private static final Map<String, PersonField> OF_A_PERSON = Map.of(
            "organization", PersonField.COMPANY,
            "jobTitle", PersonField.JOB_TITLE,
            "phone", PersonField.PHONE,
            "country", PersonField.COUNTRY);

    static RegistrationForm of(JsonNode body) {
        return new RegistrationForm(
                body.path("fields").valueStream().toList(),
                body.path("questions").valueStream().toList());
    }

    Map<String, Object> filledOut(RegistrationRequest request) {
        var body = new LinkedHashMap<String, Object>();
        var person = request.person();
        body.put("firstName", person.firstName());
        body.put("lastName", person.lastName());
        body.put("email", person.email());
        others().forEach(field -> {
            var value = value(field, request);
            if (!value.isEmpty()) {
                body.put(name(field), value);
            }
        });
        var responses =
                questions.stream().flatMap(one -> response(one, request)).toList();
        if (!responses.isEmpty()) {
            body.put("responses", responses);
        }
        return body;
    }

    private Stream<JsonNode> others() {
        return fields.stream().filter(field -> !name(field).isEmpty() && !ALWAYS.contains(name(field)));
    }

    /** What is required besides a name and an address. */
    List<AskedField> asked() {
        var known = others().filter(RegistrationForm::required)
                .map(field -> new AskedField(name(field), OF_A_PERSON.get(name(field))));
        var own = questions.stream()
                .filter(RegistrationForm::required)
                .map(question -> new AskedField(Json.text(question, "question"), null));
        return Stream.concat(known, own).toList();
    }

    private static String name(JsonNode field) {
        return Json.text(field, "field");
    }

    private static String value(JsonNode field, RegistrationRequest request) {
        var person = request.person();
        var known = switch (name(field)) {
            case "organization" -> person.company();
            case "jobTitle" -> person.jobTitle();
            case "phone" -> person.phone();
            case "country" -> person.country();
            default -> "";
        };
        var value = known.isBlank() ? answer(name(field), request) : known;
        var choices =
                field.path("answers").valueStream().map(JsonNode::asString).toList();
        return choices.isEmpty() ? cut(value, field) : choice(choices, value);
    }

    private static String choice(List<String> choices, String value) {
        return choices.stream()
                .filter(one -> !value.isBlank() && folded(one).equals(folded(value)))
                .findFirst()
                .orElse("");
    }

    private static String answer(String question, RegistrationRequest request) {
        return request.answers().entrySet().stream()
                .filter(one -> folded(one.getKey()).equals(folded(question)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** "Number of employees" is the field {@code numberOfEmployees}. */
    private static String folded(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static String cut(String value, JsonNode asked) {
        var most = asked.path("maxSize").asInt(0);
        if (most <= 0 || value.length() <= most) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most);
    }

    private static Stream<Map<String, Object>> response(JsonNode question, RegistrationRequest request) {
        var value = answer(Json.text(question, "question"), request);
        if (value.isBlank()) {
            return Stream.empty();
        }
        var key = question.path("questionKey");
        if (!question.path("type").asString("").equalsIgnoreCase("multipleChoice")) {
            return Stream.of(Map.of("questionKey", key, "responseText", cut(value, question)));
        }
        return question.path("answers")
                .valueStream()
                .filter(one -> folded(Json.text(one, "answer")).equals(folded(value)))
                .limit(1)
                .map(one -> Map.of("questionKey", key, "answerKey", one.path("answerKey")));
    }

    /** What is asked for and would be left open, by the names in which it is asked. */
    List<String> missing(RegistrationRequest request) {
        var missing = new ArrayList<String>();
        var person = request.person();
        if (person.firstName().isBlank()) {
            missing.add("firstName");
        }
        if (person.lastName().isBlank()) {
            missing.add("lastName");
        }
        others().filter(field -> required(field) && value(field, request).isEmpty())
                .forEach(field -> missing.add(name(field)));
        questions.stream()
                .filter(one -> required(one) && response(one, request).findAny().isEmpty())
                .forEach(one -> missing.add(Json.text(one, "question")));
        return missing;
    }

    private static boolean required(JsonNode asked) {
        return asked.path("required").asBoolean(false);
    }
}
