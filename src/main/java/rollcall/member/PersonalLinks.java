package rollcall.member;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.web.Signatures;

/**
 * The links that lead a member to the webinar: {@code /go/} and a token that names the member and is signed. It stays the
 * same whatever the provider's own link is, and leads nowhere once the member has left, even when they come back.
 */
@Service
public class PersonalLinks {

    private static final String KIND = "go";

    private final JdbcClient jdbc;
    private final Signatures signatures;

    PersonalLinks(JdbcClient jdbc, Signatures signatures) {
        this.jdbc = jdbc;
        this.signatures = signatures;
    }

    /**
     * Whose link it is and where they stand.
     *
     * @param registrantId the provider's; null for none
     * @param joinLink the provider's; null for none
     */
    public record Holder(
            long programId,
            long memberId,
            String status,
            Delivery delivery,
            @Nullable String registrantId,
            @Nullable String joinLink,
            String email,
            @Nullable Instant acceptedAt) {}

    /** The path of the member's link. */
    public String of(long memberId) {
        var generation = jdbc.sql("select link_generation from member where id = :member")
                .param("member", memberId)
                .query(Integer.class)
                .single();
        return of(memberId, generation);
    }

    /** As {@link #of(long)}, for whoever has read {@code member.link_generation} already. */
    public String of(long memberId, int generation) {
        return "/go/" + signatures.token(KIND, memberId, generation);
    }

    /** Whose link that is; nothing when it was made up or leads nowhere any more. */
    public Optional<Holder> holder(String token) {
        var numbers = signatures.numbers(KIND, token, 2);
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
            select m.program_id, m.id, m.status, m.delivery, m.registrant_id, m.join_link, p.email, m.accepted_at
            from member m join person p on p.id = m.person_id
            where m.id = :member and m.link_generation = :generation and m.status <> 'NOT_IN_PROGRAM'\
            """)
                .param("member", numbers.getFirst())
                .param("generation", numbers.getLast())
                .query((row, n) -> new Holder(
                        row.getLong("program_id"),
                        row.getLong("id"),
                        row.getString("status"),
                        Delivery.valueOf(row.getString("delivery")),
                        row.getString("registrant_id"),
                        row.getString("join_link"),
                        row.getString("email"),
                        MemberRows.instantOrNull(row, "accepted_at")))
                .optional();
    }
}
