package rollcall.member;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rollcall.web.Text;

/** A filter as the condition of a statement over {@code member m}. Everything that people typed is a parameter. */
final class MemberSql {

    private static final Pattern PARAMETER = Pattern.compile(":\\w+");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private boolean few;

    private MemberSql() {}

    private MemberSql(long programId) {
        add("m.program_id = :program", "program", programId);
    }

    /** No condition yet. */
    static MemberSql nothing() {
        return new MemberSql();
    }

    /** Everybody who is or was in the program. */
    static MemberSql everybody(long programId) {
        return new MemberSql(programId);
    }

    /**
     * What a filter asks for but the search text, which a {@link Search} adds.
     *
     * @param reasons in whose words Rollcall's own reasons are found
     */
    MemberSql(long programId, MemberFilter filter, ReasonWords reasons) {
        this(programId);
        conditions.add("m.closed is distinct from 'MERGED'");
        statuses(filter);
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
            params.put("answer", anywhere(Text.folded(text)));
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

    private void reason(String text, ReasonWords reasons) {
        if (text.isBlank()) {
            return;
        }
        var own = reasons.saying(text);
        var typed = "lower(m.status_reason) like :reason escape '!'";
        add(
                own.isEmpty() ? typed : "(" + typed + " or m.status_reason in (:ownReasons))",
                "reason",
                anywhere(Text.folded(text)));
        params.put("ownReasons", own);
    }

    /** For {@code like … escape '!'}. */
    static String anywhere(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** The same condition, to be narrowed further on its own. */
    MemberSql copy() {
        var copy = new MemberSql();
        copy.conditions.addAll(conditions);
        copy.params.putAll(params);
        copy.few = few;
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

    /** Says that few match: that they are found by who they are, and then put in order, costs less than an index in order. */
    MemberSql few() {
        few = true;
        return this;
    }

    boolean areFew() {
        return few;
    }

    /** These members, whatever their program. */
    static MemberSql of(Collection<Long> ids) {
        return new MemberSql()
                .add("m.id in (:ids)", "ids", ids.isEmpty() ? List.of(-1L) : ids)
                .few();
    }

    /** Whoever is among {@code :most} of one of these lists. */
    static MemberSql any(List<MemberSql> lists) {
        if (lists.size() == 1) {
            return lists.getFirst();
        }
        var any = new MemberSql();
        var each = new ArrayList<String>();
        for (int i = 0; i < lists.size(); i++) {
            var list = lists.get(i).numbered(i);
            any.params.putAll(list.params);
            each.add("(select m.id from member m%s limit :most)".formatted(list.where()));
        }
        any.conditions.add("m.id in (" + String.join(" union all ", each) + ")");
        return any;
    }

    MemberSql add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
        return this;
    }

    MemberSql add(String condition) {
        conditions.add(condition);
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
