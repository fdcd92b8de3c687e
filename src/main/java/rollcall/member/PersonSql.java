package rollcall.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rollcall.program.Access.Reach;
import rollcall.web.Text;

/** Whom somebody looks for, as the condition of a statement over {@code person p}. What was typed is a parameter. */
final class PersonSql {

    private static final String LAST = "\uffff";

    /** One search by each key, so that each has its own index; who was merged is found by old names and addresses too. */
    private static final String BY_KEY =
            "select coalesce(k.merged_into, k.id) from person k where k.%1$s >= :%2$s and k.%1$s < :%2$sEnd";

    private static final Map<String, String> KEYS =
            Map.of("name_key", "q", "given_key", "q", "company_key", "q", "email_key", "email");

    private final List<String> conditions = new ArrayList<>(List.of("p.merged_into is null", "p.erased_at is null"));
    private final Map<String, Object> params = new HashMap<>();

    PersonSql(Reach reach, String typed) {
        if (!reach.everywhere()) {
            within(reach);
        }
        if (!typed.isBlank()) {
            search(typed);
        }
    }

    private void within(Reach reach) {
        conditions.add("p.id in (select m.person_id from member m where m.program_id in (:visible))");
        params.put("visible", reach.idsOrNone());
    }

    private void search(String typed) {
        conditions.add(KEYS.entrySet().stream()
                .map(key -> BY_KEY.formatted(key.getKey(), key.getValue()))
                .sorted()
                .collect(Collectors.joining(" union all ", "p.id in (", ")")));
        place("q", Text.searchable(typed));
        place("email", Text.folded(typed));
    }

    private void place(String name, String text) {
        params.put(name, text);
        params.put(name + "End", text + LAST);
    }

    /** Leaves out everybody up to that person, in the order of names. */
    PersonSql from(long id, boolean forward) {
        conditions.add("(p.name_key, p.id) %s (select k.name_key, k.id from person k where k.id = :keyId)"
                .formatted(forward ? ">" : "<"));
        params.put("keyId", id);
        return this;
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }
}
