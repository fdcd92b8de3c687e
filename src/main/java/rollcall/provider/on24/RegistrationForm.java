package rollcall.provider.on24;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import rollcall.provider.RegistrationRequest;

/** What is sent of somebody who is registered, by the names of the form (ON24-OAS). */
final class RegistrationForm {

    /** What answers may fill, beside what is known of the person. */
    private static final Map<String, String> ASKED = Arrays.stream(
                    ("jobFunction homePhone addressStreet1 addressStreet2 city state zip companyIndustry companySize"
                                    + " partnerRef std1 std2 std3 std4 std5 std6 std7 std8 std9 std10 other notes fax"
                                    + " company jobTitle workPhone country")
                            .split(" "))
            .collect(toMap(RegistrationFields::key, Function.identity()));

    private final TreeMap<String, String> values = new TreeMap<>();
    private final RegistrationFields fields;

    RegistrationForm(RegistrationFields fields, RegistrationRequest request) {
        this.fields = fields;
        answers(request.answers());
        person(request);
    }

    private void answers(Map<String, String> answers) {
        answers.forEach((question, answer) -> fields.asking(question)
                .map(field -> ASKED.get(RegistrationFields.key(field.id())))
                .ifPresent(name -> put(name, answer)));
    }

    /** What is known of the person goes before what they answered to a question of the same name. */
    private void person(RegistrationRequest request) {
        var person = request.person();
        values.put("email", person.email());
        put("firstName", person.firstName());
        put("lastName", person.lastName());
        put("company", person.company());
        put("jobTitle", person.jobTitle());
        put("workPhone", person.phone());
        put("country", person.country());
        values.put("extEventUserCd", Row.code(request.memberId()));
    }

    /**
     * A value that the page does not offer would have all of it refused ({@code country} above all, ON24-OAS). It is left
     * out, unless it is required: then ON24 says what is wrong.
     */
    private void put(String name, String value) {
        if (value.isBlank()) {
            return;
        }
        var field = fields.named(name);
        field.map(one -> one.offered(value).orElse(one.required() ? value : ""))
                .or(() -> Optional.of(value))
                .filter(taken -> !taken.isEmpty())
                .ifPresent(taken -> values.put(name, taken));
    }

    MultiValueMap<String, String> body() {
        var body = new LinkedMultiValueMap<String, String>();
        values.forEach(body::add);
        return body;
    }

    /** The labels of what the page requires and there is nothing for; empty when all is there. */
    String missing() {
        return fields.required()
                .filter(field -> values.keySet().stream()
                        .noneMatch(name -> RegistrationFields.key(name).equals(RegistrationFields.key(field.id()))))
                .map(RegistrationFields.Field::label)
                .collect(joining(", "));
    }
}
