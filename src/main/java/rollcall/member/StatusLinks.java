package rollcall.member;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.web.Signatures;

/**
 * The links under which members see where they stand: {@code /s/} and a token that names the member and is signed.
 * Nothing of it is stored. It outlives every change, for somebody who has left may still read that.
 */
@Service
public class StatusLinks {

    private static final String KIND = "status";

    private final JdbcClient jdbc;
    private final Signatures signatures;

    StatusLinks(JdbcClient jdbc, Signatures signatures) {
        this.jdbc = jdbc;
        this.signatures = signatures;
    }

    /** The path of the member's link. */
    public String of(long memberId) {
        return "/s/" + signatures.token(KIND, memberId);
    }

    /**
     * Whose link that is and in which program; nothing when it was made up, or tells of somebody who is erased. The link of
     * a membership that was merged away leads on to the one that stayed: it is the same person's.
     */
    public Optional<Holder> holder(String token) {
        var member = signatures.numbers(KIND, token, 1);
        return member.isEmpty() ? Optional.empty() : find(member.getFirst());
    }

    private Optional<Holder> find(long memberId) {
        return jdbc.sql("""
            select k.program_id, k.id, k.person_id
            from member m
            join person p on p.id = m.person_id
            join member k on k.program_id = m.program_id and k.person_id = coalesce(p.merged_into, p.id)
            where m.id = :member and k.closed is null\
            """)
                .param("member", memberId)
                .query((row, n) -> new Holder(row.getLong("program_id"), row.getLong("id"), row.getLong("person_id")))
                .optional();
    }

    public record Holder(long programId, long memberId, long personId) {}
}
