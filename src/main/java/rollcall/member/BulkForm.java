package rollcall.member;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.web.Text;

/**
 * What somebody asks for many members: those that were ticked ({@code memberId}, any number) or, with {@code all=true},
 * all that match. The filter is the query of the address that is posted to, or the one in the field {@code filter}; its
 * {@code status} and {@code reason} are not those that are asked for.
 *
 * @param columns of the list to go back to; null for the usual ones, or those that the asker chose last
 * @param previewed for how many members the preview was that is being confirmed; null when nobody looked at one
 * @param preview the key of that preview, when it was for all that match
 * @param typed the number that somebody typed to confirm
 */
record BulkForm(
        List<Long> memberIds,
        boolean all,
        MemberFilterForm filter,
        @Nullable ColumnChoice columns,
        String status,
        String reason,
        boolean ahead,
        @Nullable String requestId,
        boolean confirm,
        @Nullable Long previewed,
        @Nullable String preview,
        @Nullable Long typed) {

    private static final Set<String> FILTER_ALONE = Set.of("q", "success", "from", "to");

    /** @throws BadFilter for words or numbers that this form does not know */
    static BulkForm of(MultiValueMap<String, String> sent, @Nullable String queryOfAddress) {
        var address = QueryString.parse(requireNonNullElse(queryOfAddress, ""));
        var body = without(sent, address);
        var all = Boolean.parseBoolean(body.getFirst("all"));
        return new BulkForm(
                numbers(body, "memberId"),
                all,
                filter(body, address),
                ColumnChoice.of(list(body, address)),
                only(body, "status"),
                only(body, "reason").strip(),
                Boolean.parseBoolean(body.getFirst("ahead")),
                RequestId.stored(blankToNull(body.getFirst("requestId"))),
                Boolean.parseBoolean(body.getFirst("confirm")),
                number(body, "previewed"),
                all ? blankToNull(body.getFirst("preview")) : null,
                number(body, "typed"));
    }

    /** A request hands out the parameters of its address and of its body in one, those of the address first. */
    private static MultiValueMap<String, String> without(
            MultiValueMap<String, String> sent, MultiValueMap<String, String> address) {
        var body = new LinkedMultiValueMap<String, String>();
        sent.forEach((name, values) -> {
            int inAddress = address.getOrDefault(name, List.of()).size();
            body.put(name, values.subList(Math.min(inAddress, values.size()), values.size()));
        });
        return body;
    }

    private static MemberFilterForm filter(MultiValueMap<String, String> body, MultiValueMap<String, String> address) {
        var filter = new LinkedMultiValueMap<>(list(body, address));
        FILTER_ALONE.forEach(name -> body.getOrDefault(name, List.of()).forEach(value -> filter.add(name, value)));
        return MemberFilterForm.of(filter);
    }

    private static MultiValueMap<String, String> list(
            MultiValueMap<String, String> body, MultiValueMap<String, String> address) {
        var words = body.getFirst("filter");
        return words == null ? address : QueryString.parse(words);
    }

    private static String only(MultiValueMap<String, String> body, String name) {
        var values = body.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadFilter(name);
        }
        return values.isEmpty() ? "" : requireNonNullElse(values.getFirst(), "");
    }

    private static @Nullable Long number(MultiValueMap<String, String> body, String name) {
        var all = numbers(body, name);
        return all.isEmpty() ? null : all.getFirst();
    }

    private static List<Long> numbers(MultiValueMap<String, String> body, String name) {
        var numbers = new ArrayList<Long>();
        for (var text : body.getOrDefault(name, List.of())) {
            try {
                if (!text.isBlank()) {
                    numbers.add(Long.valueOf(text.strip()));
                }
            } catch (NumberFormatException noNumber) {
                throw new BadFilter(name);
            }
        }
        return numbers.stream().distinct().toList();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    MemberListAddress list(Program program) {
        return MemberListAddress.of(program.key(), filter, columns, null);
    }

    /** Why this cannot be asked yet, as the key of a message; null when it can. */
    @Nullable
    String problem() {
        if (!all && memberIds.isEmpty()) {
            return "member.bulk.nobody";
        }
        if (status.isEmpty()) {
            return "member.status.missing";
        }
        if (reason.length() > StatusRequest.LONGEST_REASON) {
            return "member.reason.too-long";
        }
        return Text.unwanted(reason) ? "web.plain-text" : null;
    }

    Selection selection(Program program) {
        return all ? new Selection.Matching(filter.filter(program.zoneId())) : new Selection.Ticked(memberIds);
    }

    StatusRequest request(Actor who, Program program) {
        return StatusRequest.of(program.key(), status, Cause.PERSON, who)
                .because(reason)
                .once(requestId)
                .aheadOfTheWaitlist(ahead);
    }
}
