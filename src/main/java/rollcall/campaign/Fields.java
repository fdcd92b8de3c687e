package rollcall.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One part of the form, as it was typed: a trigger, a condition, an action or a schedule.
 *
 * @param kind which of them, by the name it is stored under; empty for none
 * @param values of its fields, by their names
 */
record Fields(String kind, Map<String, List<String>> values) {

    static final String KIND = "kind";

    static final Fields NONE = new Fields("", Map.of());

    Fields {
        values = new TreeMap<>(values);
        values.remove(KIND);
        values.values().removeIf(List::isEmpty);
        values = Map.copyOf(values);
    }

    static Fields of(FormTree tree) {
        return new Fields(tree.text(KIND), tree.leaves());
    }

    static Fields of(String kind) {
        return new Fields(kind, Map.of());
    }

    Fields with(String name, List<String> all) {
        var more = new LinkedHashMap<>(values);
        more.put(name, List.copyOf(all));
        return new Fields(kind, more);
    }

    Fields with(String name, Object value) {
        return with(name, List.of(value.toString()));
    }

    public boolean is(String asked) {
        return kind.equals(asked);
    }

    public String text(String name) {
        return all(name).isEmpty() ? "" : all(name).getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean ticked(String name, String value) {
        return all(name).contains(value);
    }
}
