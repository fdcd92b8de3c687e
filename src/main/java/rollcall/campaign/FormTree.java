package rollcall.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of a form whose parts come any number of times, read by their names:
 * {@code steps[1].choices[0].then.kind}. Numbers need not be without gaps; only their order counts.
 */
final class FormTree {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z]+(\\[\\d{1,3}])?(\\.[a-zA-Z]+(\\[\\d{1,3}])?){0,9}");

    private static final Pattern PART = Pattern.compile("([a-zA-Z]+)(?:\\[(\\d+)])?");

    private final Map<String, FormTree> parts = new LinkedHashMap<>();
    private final SortedMap<Integer, FormTree> items = new TreeMap<>();
    private final List<String> values = new ArrayList<>();

    private FormTree() {}

    /** @param sent what is named otherwise is left out */
    static FormTree of(Map<String, List<String>> sent) {
        var root = new FormTree();
        sent.forEach((name, values) -> {
            if (NAME.matcher(name).matches()) {
                root.at(name).values.addAll(values);
            }
        });
        return root;
    }

    private FormTree at(String name) {
        var place = this;
        for (var part : name.split("\\.")) {
            place = place.under(part);
        }
        return place;
    }

    private FormTree under(String part) {
        var match = PART.matcher(part);
        if (!match.matches()) {
            throw new IllegalStateException("The pattern of a name let %s through.".formatted(part));
        }
        var named = parts.computeIfAbsent(match.group(1), name -> new FormTree());
        var number = match.group(2);
        return number == null ? named : named.items.computeIfAbsent(Integer.parseInt(number), n -> new FormTree());
    }

    /** The part of that name; one without anything in it when there is none. */
    FormTree part(String name) {
        return parts.getOrDefault(name, new FormTree());
    }

    /** What comes any number of times under that name, in the order of the numbers. */
    List<FormTree> items(String name) {
        return List.copyOf(part(name).items.values());
    }

    /** The first value that was sent under that name; empty when there is none. */
    String text(String name) {
        var all = part(name).values;
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** All parts that hold values themselves. */
    Map<String, List<String>> leaves() {
        var leaves = new LinkedHashMap<String, List<String>>();
        parts.forEach((name, part) -> {
            if (!part.values.isEmpty()) {
                leaves.put(name, List.copyOf(part.values));
            }
        });
        return leaves;
    }
}
