package rollcall.campaign;

import static java.util.stream.Collectors.joining;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.member.ReasonWords;
import rollcall.person.PersonField;
import rollcall.web.Text;

/**
 * A condition as SQL over {@code member m}. Each is either true or false and never unknown, so that "none of these" can
 * turn it round. Everything that people typed is a parameter.
 */
final class ConditionSql {

    private final ZoneId zone;
    private final Placeholders params;
    private final ReasonWords reasons;

    /**
     * @param zone the program's, in which days begin and end
     * @param reasons in whose words Rollcall's own reasons are found, in any language
     */
    ConditionSql(ZoneId zone, Placeholders params, ReasonWords reasons) {
        this.zone = zone;
        this.params = params;
        this.reasons = reasons;
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.StatusIs(var statuses) -> oneOf("m.status", statuses);
            case Condition.StatusWas was -> was(was);
            case Condition.Reason(var text) -> reason("m.status_reason", text);
            case Condition.Success(var reached) -> "m.success_at is " + (reached ? "not null" : "null");
            case Condition.Date date -> date(date);
            case Condition.Field field -> field(field);
            case Condition.Answer answer -> answer(answer);
            case Condition.SourceIs(var sources) -> oneOf("m.source", names(sources));
            case Condition.DeliveryIs(var deliveries) -> oneOf("m.delivery", names(deliveries));
            case Condition.OpenedForm(var opened) -> "m.form_opened_at is " + (opened ? "not null" : "null");
            case Condition.Minutes minutes -> minutes(minutes);
        };
    }

    String oneOf(String column, Collection<String> values) {
        return values.isEmpty() ? "1 = 0" : column + " in (" + params.add(List.copyOf(values)) + ")";
    }

    static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    /** What people read as the reason says that text. */
    String reason(String column, String text) {
        return "(" + like("lower(" + column + ")", "%" + escaped(text) + "%") + " or "
                + oneOf(column, reasons.sayingInAnyLanguage(text)) + ")";
    }

    private static String escaped(String text) {
        return Text.folded(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** Changes that a correction took back count for nothing. */
    private String was(Condition.StatusWas was) {
        return "exists (select 1 from status_change h where h.member_id = m.id and h.corrected_by is null and "
                + oneOf("h.to_status", was.statuses())
                + (was.since() == null ? "" : " and h.happened_at >= " + begin(was.since())) + ")";
    }

    private String date(Condition.Date date) {
        var column = switch (date.what()) {
            case JOINED -> "m.joined_at";
            case CHANGED -> "m.changed_at";
            case SUCCESS -> "m.success_at";
        };
        return "(" + column + " is not null" + bound(column, " >= ", date.from())
                + bound(column, " < ", dayAfter(date.to())) + ")";
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private String bound(String column, String comparison, @Nullable LocalDate day) {
        return day == null ? "" : " and " + column + comparison + begin(day);
    }

    private String begin(LocalDate day) {
        return params.add(Timestamp.from(day.atStartOfDay(zone).toInstant()));
    }

    private String field(Condition.Field field) {
        if (field.field() == PersonField.EMAIL) {
            return test("m.email_key", field.test(), field.text());
        }
        var test = test("lower(p." + field.field().column() + ")", field.test(), field.text());
        return "exists (select 1 from person p where p.id = m.person_id and " + test + ")";
    }

    /** Somebody who was not asked has answered nothing. */
    private String answer(Condition.Answer answer) {
        var given = "exists (select 1 from member_answer a where a.member_id = m.id and a.question = "
                + params.add(answer.question()) + " and ";
        return answer.test() == Condition.Test.EMPTY
                ? "not " + given + "a.answer <> '')"
                : given + test("lower(a.answer)", answer.test(), answer.text()) + ")";
    }

    private String test(String folded, Condition.Test test, String text) {
        return switch (test) {
            case IS -> folded + " = " + params.add(Text.folded(text));
            case CONTAINS -> like(folded, "%" + escaped(text) + "%");
            case BEGINS_WITH -> like(folded, escaped(text) + "%");
            case EMPTY -> folded + " = ''";
        };
    }

    private String like(String folded, String pattern) {
        return folded + " like " + params.add(pattern) + " escape '!'";
    }

    private String minutes(Condition.Minutes minutes) {
        var column = minutes.attendance() == Condition.Minutes.Kind.LIVE ? "m.live_minutes" : "m.on_demand_minutes";
        return "(" + column + " is not null and " + column + (minutes.atLeast() ? " >= " : " < ")
                + params.add(minutes.minutes()) + ")";
    }

    static String all(Collection<String> conditions) {
        return conditions.isEmpty() ? "1 = 1" : conditions.stream().collect(joining(" and ", "(", ")"));
    }

    static String any(Collection<String> conditions) {
        return conditions.isEmpty() ? "1 = 0" : conditions.stream().collect(joining(" or ", "(", ")"));
    }
}
