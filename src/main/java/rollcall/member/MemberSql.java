package rollcall.member;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rollcall.web.Text;

/** A filter as the condition of a statement over {@code member m}. Everything that people typed is a parameter. */
final class MemberSql {

    /** Sorts after every character that can stand in a key, so that a beginning becomes a range. */
    private static final String LAST = "\uffff";

    private static final Pattern PARAMETER = Pattern.compile(":\\w+");

    private static final List<String> KEYS = List.of("m.name_key", "m.given_key", "m.company_key");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    private MemberSql() {}

    private MemberSql(long programId) {
        add("m.program_id = :program", "program", programId);
    }

    /** Everybody who is or was in the program. */
    static MemberSql everybody(long programId) {
        return new MemberSql(programId);
    }

    /**
     * @param anywhere whether the search text may stand anywhere instead of only at the beginning, which reads every
     *     member of the program
     * @param reasons in whose words Rollcall's own reasons are found
     */
    MemberSql(long programId, MemberFilter filter, boolean anywhere, ReasonWords reasons) {
        this(programId);
        conditions.add("m.closed is distinct from 'MERGED'");
        statuses(filter);
        search(filter.q(), anywhere);
        reason(filter.reason(), reasons);
        deliveries(filter.deliveries());
        answer(filter.question(), filter.answer());
        if (filter.success() != null) {
            conditions.add(filter.success() ? "m.success_at is not null" : "m.success_at is null");
        }
        if (filter.changedFrom() != null) {
            add("m.changed_at >= :changedFrom", "changedFrom", Timestamp.from(filter.changedFrom()));
        }
        if (filter.changedTo() != null) {
            add("m.changed_at < :changedTo", "changedTo", Timestamp.from(filter.changedTo()));
        }
    }

    private void deliveries(List<Delivery> deliveries) {
        if (!deliveries.isEmpty()) {
            add(
                    "m.delivery in (:deliveries)",
                    "deliveries",
                    deliveries.stream().map(Delivery::name).toList());
        }
    }

    private void answer(String question, String text) {
        if (question.isBlank() && text.isBlank()) {
            return;
        }
        var given = "exists (select 1 from member_answer a where a.member_id = m.id";
        if (!question.isBlank()) {
            given += " and a.question = :question";
            params.put("question", question);
        }
        if (!text.isBlank()) {
            given += " and lower(a.answer) like :answer escape '!'";
            params.put("answer", "%" + escaped(Text.folded(text)) + "%");
        }
        conditions.add(given + ")");
    }

    private void statuses(MemberFilter filter) {
        if (filter.statuses().isEmpty()) {
            conditions.add("m.status <> 'NOT_IN_PROGRAM'");
        } else if (filter.statuses().size() == 1) {
            add("m.status = :status", "status", filter.statuses().getFirst());
        } else {
            add("m.status in (:statuses)", "statuses", filter.statuses());
        }
    }

    private void search(String typed, boolean anywhere) {
        if (typed.isBlank()) {
            return;
        }
        var places = new ArrayList<String>();
        for (var key : KEYS) {
            places.add(anywhere ? key + " like :q escape '!'" : key + " >= :q and " + key + " < :qEnd");
        }
        places.add(
                anywhere ? "m.email_key like :email escape '!'" : "m.email_key >= :email and m.email_key < :emailEnd");
        conditions.add("(" + String.join(" or ", places) + ")");
        place("q", Text.searchable(typed), anywhere);
        place("email", Text.folded(typed), anywhere);
    }

    private void place(String name, String text, boolean anywhere) {
        params.put(name, anywhere ? "%" + escaped(text) + "%" : text);
        params.put(name + "End", text + LAST);
    }

    private void reason(String text, ReasonWords reasons) {
        if (text.isBlank()) {
            return;
        }
        var own = reasons.saying(text);
        var typed = "lower(m.status_reason) like :reason escape '!'";
        add(
                own.isEmpty() ? typed : "(" + typed + " or m.status_reason in (:ownReasons))",
                "reason",
                "%" + escaped(Text.folded(text)) + "%");
        params.put("ownReasons", own);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The same condition, to be narrowed further on its own. */
    MemberSql copy() {
        var copy = new MemberSql();
        copy.conditions.addAll(conditions);
        copy.params.putAll(params);
        return copy;
    }

    /** The same condition under other names of its parameters, to stand in one statement with others. */
    MemberSql numbered(int number) {
        var other = new MemberSql();
        conditions.forEach(condition ->
                other.conditions.add(PARAMETER.matcher(condition).replaceAll(found -> found.group() + "_" + number)));
        params.forEach((name, value) -> other.params.put(name + "_" + number, value));
        return other;
    }

    MemberSql add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
        return this;
    }

    MemberSql param(String name, Object value) {
        params.put(name, value);
        return this;
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }
}
