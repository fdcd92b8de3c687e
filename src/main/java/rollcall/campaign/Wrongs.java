package rollcall.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong in a form, by the names of the fields, in the order of the form; the first thing of each field. */
final class Wrongs {

    /** @param message the key of a message */
    record Wrong(String message, List<Object> arguments) {}

    private final Map<String, Wrong> byField = new LinkedHashMap<>();

    static String path(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    void add(String field, String message, Object... arguments) {
        byField.putIfAbsent(field, new Wrong(message, List.of(arguments)));
    }

    @Nullable
    Wrong at(String field) {
        return byField.get(field);
    }

    boolean none() {
        return byField.isEmpty();
    }

    Map<String, Wrong> all() {
        return byField;
    }
}
