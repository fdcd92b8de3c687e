package rollcall.member;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.program.StatusCode;

/**
 * Which members of a program are meant. Empty parts do not narrow.
 *
 * @param statuses keys; none means everybody but those who left the program
 * @param q a name, an e-mail address or a company, or the beginning of one; case and accents do not matter
 * @param reason stands anywhere in the status reason; case does not matter
 * @param success whether the member reached a success status
 * @param changedFrom the last change is not before this instant
 * @param changedTo the last change is before this instant
 * @param deliveries how the registration stands at the provider; none means however it stands
 * @param question that somebody answered, by its name; empty for any
 * @param answer stands anywhere in an answer; case does not matter
 */
public record MemberFilter(
        List<String> statuses,
        String q,
        String reason,
        @Nullable Boolean success,
        @Nullable Instant changedFrom,
        @Nullable Instant changedTo,
        List<Delivery> deliveries,
        String question,
        String answer) {

    public static final MemberFilter EVERYBODY = new MemberFilter(List.of(), "", "", null, null, null);

    public MemberFilter(
            List<String> statuses,
            String q,
            String reason,
            @Nullable Boolean success,
            @Nullable Instant changedFrom,
            @Nullable Instant changedTo) {
        this(statuses, q, reason, success, changedFrom, changedTo, List.of(), "", "");
    }

    public static MemberFilter withStatus(String... keys) {
        return new MemberFilter(List.of(keys), "", "", null, null, null);
    }

    /** Whether nothing but statuses, or nothing at all, is asked for. */
    boolean statusesAlone() {
        return equals(withStatus(statuses.toArray(String[]::new)));
    }

    /** How many are meant who have these statuses, of whom that many have each. */
    long sumOf(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(each -> statuses.isEmpty()
                        ? !each.getKey().equals(StatusCode.NOT_IN_PROGRAM.name())
                        : statuses.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
