package rollcall.mail;

import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import rollcall.web.Signatures;

/**
 * The links with which somebody asks for no more of what advertises: {@code /u/} and a token that names the person and is
 * signed. Nothing of it is stored, and it stays the same in all their mail.
 */
@Component
class UnsubscribeLinks {

    private static final String KIND = "unsubscribe";

    private final Signatures signatures;

    UnsubscribeLinks(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The path of the person's link. */
    String of(long personId) {
        return "/u/" + signatures.token(KIND, personId);
    }

    /** Whose link that is; nothing when it was made up. */
    OptionalLong person(String token) {
        var numbers = signatures.numbers(KIND, token, 1);
        return numbers.isEmpty() ? OptionalLong.empty() : OptionalLong.of(numbers.getFirst());
    }
}
