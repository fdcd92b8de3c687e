package rollcall.member;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.web.Signatures;

/**
 * The links under which members take up or decline the seat that is held for them: {@code /o/} and a token that names the
 * member and the offer, by the second in which it ends, and is signed. Nothing of it is stored.
 */
@Service
public class OfferLinks {

    private static final String KIND = "offer";

    private final JdbcClient jdbc;
    private final Signatures signatures;

    OfferLinks(JdbcClient jdbc, Signatures signatures) {
        this.jdbc = jdbc;
        this.signatures = signatures;
    }

    /** The path of the link to the member's open offer; null for whoever has none. */
    public @Nullable String of(long memberId) {
        return jdbc.sql("select offer_until from member where id = :member and offer_until is not null")
                .param("member", memberId)
                .query((row, n) -> MemberRows.instant(row, "offer_until"))
                .optional()
                .map(until -> of(memberId, until))
                .orElse(null);
    }

    /** As {@link #of(long)}, for whoever knows until when the offer holds. */
    public String of(long memberId, Instant until) {
        return "/o/" + signatures.token(KIND, memberId, until.getEpochSecond());
    }

    /** Whose link that is and which offer it means, open or not; nothing when it was made up. */
    public Optional<Holder> holder(String token) {
        var numbers = signatures.numbers(KIND, token, 2);
        return numbers.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select program_id, id, person_id from member where id = :member and closed is null")
                        .param("member", numbers.getFirst())
                        .query((row, n) -> new Holder(
                                row.getLong("program_id"),
                                row.getLong("id"),
                                row.getLong("person_id"),
                                Instant.ofEpochSecond(numbers.getLast())))
                        .optional();
    }

    /** @param until the second in which the offer ends or ended */
    public record Holder(long programId, long memberId, long personId, Instant until) {}
}
