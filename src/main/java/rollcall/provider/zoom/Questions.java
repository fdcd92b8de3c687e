package rollcall.provider.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import rollcall.person.PersonField;
import rollcall.provider.AskedField;
import rollcall.provider.EventRef;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderTrouble;
import rollcall.web.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a webinar asks of those who register: fields that Zoom knows, and questions of its own by their titles [Z-OAS]. An
 * answer that somebody gave here goes along where its question has that name.
 */
final class Questions {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int LONGEST = 128;

    /** As {@link RegistrantBody} fills them. */
    private static final Map<String, PersonField> OF_A_PERSON = Map.of(
            "last_name", PersonField.LAST_NAME,
            "org", PersonField.COMPANY,
            "job_title", PersonField.JOB_TITLE,
            "phone", PersonField.PHONE,
            "country", PersonField.COUNTRY);

    private final ZoomApi api;
    private final ConcurrentMap<EventRef, Known> known = new ConcurrentHashMap<>();

    private record Known(JsonNode questions, Instant until) {}

    Questions(ZoomApi api) {
        this.api = api;
    }

    /** Those answers for which the webinar asks, as parts of a registration; nobody is asked where there are none. */
    Map<String, Object> answered(EventRef event, Map<String, String> answers) {
        if (answers.values().stream().allMatch(String::isBlank)) {
            return Map.of();
        }
        var asked = of(event);
        var parts = new LinkedHashMap<String, Object>();
        asked.path("questions").forEach(one -> {
            var field = one.path("field_name").asString("");
            answer(answers, field).ifPresent(text -> parts.put(field, text));
        });
        var custom = new ArrayList<Map<String, String>>();
        asked.path("custom_questions").forEach(one -> {
            var title = one.path("title").asString("");
            answer(answers, title).ifPresent(text -> custom.add(Map.of("title", title, "value", text)));
        });
        if (!custom.isEmpty()) {
            parts.put("custom_questions", List.copyOf(custom));
        }
        return parts;
    }

    /** What the webinar requires besides a name and an address. */
    List<AskedField> asked(EventRef event) {
        var questions = of(event);
        var asked = new ArrayList<AskedField>();
        questions.path("questions").forEach(one -> {
            var field = one.path("field_name").asString("");
            if (one.path("required").asBoolean(false)) {
                asked.add(new AskedField(field.replace('_', ' '), OF_A_PERSON.get(field)));
            }
        });
        questions.path("custom_questions").forEach(one -> {
            if (one.path("required").asBoolean(false)) {
                asked.add(new AskedField(one.path("title").asString(""), null));
            }
        });
        return asked;
    }

    private static Optional<String> answer(Map<String, String> answers, String question) {
        return answers.entrySet().stream()
                .filter(one -> !one.getValue().isBlank() && same(one.getKey(), question))
                .map(one -> one.getValue().strip())
                .map(text -> text.substring(
                        0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())))))
                .findFirst();
    }

    /** {@code no_of_employees} is "No of employees" where people read it. */
    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String question) {
        return Text.searchable(question.replace('_', ' '));
    }

    private JsonNode of(EventRef event) {
        var held = known.get(event);
        if (held == null || !api.now().isBefore(held.until())) {
            held = new Known(read(event), api.now().plus(FRESH));
            known.put(event, held);
        }
        return held.questions();
    }

    /** An app that may not read them registers without them; Zoom says if something is missing then. */
    private JsonNode read(EventRef event) {
        try {
            return api.read(event.connection(), "/webinars/{id}/registrants/questions", event.externalId());
        } catch (ProviderTrouble trouble) {
            if (trouble.failure() instanceof Barred) {
                return JsonNodeFactory.instance.objectNode();
            }
            throw trouble;
        }
    }
}
