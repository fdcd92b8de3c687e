package rollcall.provider.on24;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rollcall.person.PersonField;
import rollcall.provider.AskedField;
import tools.jackson.databind.JsonNode;

/**
 * What the registration page of an event asks for: {@code GET /event/{eventId}/regfield} (ON24-OAS).
 *
 * @param all none when it is not known
 */
record RegistrationFields(List<Field> all) {

    private static final Set<String> ALWAYS = Set.of("email", "firstname", "lastname");

    private static final Map<String, PersonField> OF_A_PERSON = Map.of(
            "company", PersonField.COMPANY,
            "jobtitle", PersonField.JOB_TITLE,
            "workphone", PersonField.PHONE,
            "country", PersonField.COUNTRY);

    static final RegistrationFields UNKNOWN = new RegistrationFields(List.of());

    /**
     * One of them.
     *
     * @param id {@code job_title} where the form of a registration says {@code jobTitle} (ON24-OAS): see {@link #key}
     * @param options the only values that are taken; none for a field that takes any
     */
    record Field(String id, String caption, boolean required, List<String> options) {

        String label() {
            return caption.isEmpty() ? id : caption;
        }

        /** The value as the page offers it; nothing when it does not. */
        Optional<String> offered(String value) {
            return options.isEmpty()
                    ? Optional.of(value)
                    : options.stream()
                            .filter(option -> option.strip().equalsIgnoreCase(value.strip()))
                            .findFirst();
        }
    }

    static RegistrationFields of(JsonNode reply) {
        return new RegistrationFields(reply.path("registrationfields")
                .valueStream()
                .map(RegistrationFields::field)
                .toList());
    }

    private static Field field(JsonNode node) {
        var row = Row.of(node);
        var options = node.path("options")
                .valueStream()
                .map(option -> option.asString(""))
                .filter(option -> !option.isEmpty());
        return new Field(row.text("fieldid"), row.text("fieldcaption"), row.yes("required"), options.toList());
    }

    /** What is required besides a name and an address, as {@link RegistrationForm} fills it. */
    List<AskedField> asked() {
        return required()
                .filter(field -> !ALWAYS.contains(key(field.id())))
                .map(field -> new AskedField(field.label(), OF_A_PERSON.get(key(field.id()))))
                .toList();
    }

    Stream<Field> required() {
        return all.stream().filter(Field::required);
    }

    Optional<Field> named(String name) {
        return all.stream().filter(field -> key(field.id()).equals(key(name))).findFirst();
    }

    /** The one that asks this. */
    Optional<Field> asking(String question) {
        return all.stream()
                .filter(field -> field.caption().equalsIgnoreCase(question.strip())
                        || key(field.id()).equals(key(question)))
                .findFirst();
    }

    /** By which names of one field are the same. That their case does not matter is assumed. */
    static String key(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
