package rollcall.provider;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rollcall.web.Text;

/**
 * A connection as an administrator types it.
 *
 * @param typed by the names of the kind's credentials
 */
record ConnectionForm(String name, Map<String, String> typed) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 2_000;

    static final ConnectionForm BLANK = new ConnectionForm("", Map.of());

    /** The fields of credentials are called so that none is taken for anything else. */
    static final String PREFIX = "credential.";

    static ConnectionForm of(Map<String, String> sent, List<CredentialField> fields) {
        var typed = new TreeMap<String, String>();
        fields.forEach(field -> typed.put(
                field.name(), sent.getOrDefault(PREFIX + field.name(), "").strip()));
        return new ConnectionForm(Text.tidy(sent.getOrDefault("name", "")), typed);
    }

    /**
     * What keeps it from being stored: the key of a message, by field.
     *
     * @param there what is stored already and may be left blank
     */
    Map<String, String> problems(List<CredentialField> fields, Map<String, String> there) {
        var problems = new TreeMap<String, String>();
        if (name.isEmpty() || name.length() > LONGEST_NAME || Text.unwanted(name)) {
            problems.put("name", "provider.connections.name.missing");
        }
        for (var field : fields) {
            var value = typed.getOrDefault(field.name(), "");
            if (value.length() > LONGEST_VALUE || Text.unwanted(value)) {
                problems.put(field.name(), "provider.connections.value.wrong");
            } else if (field.required()
                    && value.isEmpty()
                    && there.getOrDefault(field.name(), "").isEmpty()) {
                problems.put(field.name(), "provider.connections.value.missing");
            }
        }
        return problems;
    }

    /** As it comes back to the page: without its secrets. */
    ConnectionForm shown(List<CredentialField> fields) {
        return new ConnectionForm(
                name,
                fields.stream()
                        .filter(field -> !field.secret())
                        .collect(Collectors.toMap(
                                CredentialField::name, field -> typed.getOrDefault(field.name(), ""))));
    }
}
