package rollcall.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import rollcall.program.Status;
import rollcall.web.Text;

/**
 * A list of members as the query of its address asks for it: {@code status} (any number), {@code q}, {@code reason},
 * {@code success} (yes or no), {@code from} and {@code to} (dates of the last change in the program's zone, both
 * included), {@code delivery} (any number), {@code question} and {@code answer}, and {@code sort}. Other parameters are left alone.
 */
public record MemberFilterForm(
        List<String> status,
        String q,
        String reason,
        @Nullable Boolean success,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Delivery> delivery,
        String question,
        String answer,
        MemberSort sort) {

    /** The longest text that is searched for. */
    public static final int LONGEST_SEARCH = 200;

    public static final MemberFilterForm EVERYBODY =
            new MemberFilterForm(List.of(), "", "", null, null, null, List.of(), "", "", MemberSort.NAME);

    /** @throws BadFilter for words that this form does not know */
    public static MemberFilterForm of(MultiValueMap<String, String> query) {
        var status = query.getOrDefault("status", List.of()).stream()
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        return new MemberFilterForm(
                status,
                text(query, "q"),
                text(query, "reason"),
                yesOrNo(query.getFirst("success")),
                date(query, "from"),
                date(query, "to"),
                deliveries(query),
                text(query, "question"),
                text(query, "answer"),
                sort(query.getFirst("sort")));
    }

    /** @throws BadFilter for words that this form does not know */
    public static MemberFilterForm parse(String query) {
        return of(QueryString.parse(query));
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        var text = Objects.requireNonNullElse(query.getFirst(name), "").strip();
        if (text.length() > LONGEST_SEARCH || Text.unwanted(text)) {
            throw new BadFilter(name);
        }
        return text;
    }

    private static @Nullable Boolean yesOrNo(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "" -> null;
            case "yes" -> true;
            case "no" -> false;
            default -> throw new BadFilter("success");
        };
    }

    private static @Nullable LocalDate date(MultiValueMap<String, String> query, String name) {
        var text = query.getFirst(name);
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new BadFilter(name);
        }
    }

    private static List<Delivery> deliveries(MultiValueMap<String, String> query) {
        return query.getOrDefault("delivery", List.of()).stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> Delivery.ofWord(word).orElseThrow(() -> new BadFilter("delivery")))
                .toList();
    }

    private static MemberSort sort(@Nullable String word) {
        return word == null || word.isEmpty()
                ? MemberSort.NAME
                : MemberSort.ofWord(word).orElseThrow(() -> new BadFilter("sort"));
    }

    /** What is asked of the database; days begin and end in the program's zone. */
    public MemberFilter filter(ZoneId zone) {
        return new MemberFilter(
                status,
                q,
                reason,
                success,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                delivery,
                question,
                answer);
    }

    /** Whether anything but the order is asked for. */
    public boolean narrows() {
        return !sortedBy(MemberSort.NAME).equals(EVERYBODY);
    }

    /** Whether more is asked for than the boxes of statuses and the search show. */
    public boolean detailed() {
        return !reason.isEmpty() || success != null || from != null || to != null || !delivery.isEmpty() || answers();
    }

    /** Whether nothing but statuses, or nothing at all, is asked for. */
    boolean statusesAlone() {
        return !detailed() && q.isEmpty();
    }

    private boolean answers() {
        return !question.isEmpty() || !answer.isEmpty();
    }

    /** Whether the boxes of statuses mean somebody with that status; no box at all means everybody in the program. */
    boolean means(Status given) {
        return status.isEmpty() ? given.inProgram() : status.contains(given.key());
    }

    public MemberFilterForm sortedBy(MemberSort other) {
        return new MemberFilterForm(status, q, reason, success, from, to, delivery, question, answer, other);
    }

    MemberFilterForm withStatuses(List<String> others) {
        return new MemberFilterForm(others, q, reason, success, from, to, delivery, question, answer, sort);
    }

    /** Whatever was answered: the words of an answer mean nothing without their question. */
    MemberFilterForm withoutAnswer() {
        return new MemberFilterForm(status, q, reason, success, from, to, delivery, "", "", sort);
    }

    /** As it stands in an address behind the question mark; empty for everybody by name. */
    public String query() {
        return written().toString();
    }

    /** The same as the fields of a form. */
    public MultiValueMap<String, String> fields() {
        var fields = new LinkedMultiValueMap<String, String>();
        if (!query().isEmpty()) {
            fields.addAll(QueryString.parse(query()));
        }
        return fields;
    }

    QueryString written() {
        return new QueryString()
                .withEach("status", status)
                .with("q", q)
                .with("reason", reason)
                .with("success", success == null ? null : success ? "yes" : "no")
                .with("from", from)
                .with("to", to)
                .withEach("delivery", delivery.stream().map(Delivery::name).toList())
                .with("question", question)
                .with("answer", answer)
                .with("sort", sort == MemberSort.NAME ? null : sort.word());
    }
}
