package rollcall.campaign;

import java.util.HashMap;
import java.util.Map;

/** The parameters of a statement that is put together of parts, each with a name of its own. */
final class Placeholders {

    private final Map<String, Object> values = new HashMap<>();

    /** Keeps the value and answers how it stands in the statement. */
    String add(Object value) {
        var name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    Map<String, Object> values() {
        return values;
    }
}
