package rollcall.mail;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import rollcall.web.Signatures;

/**
 * The links with which somebody asks for no more of what advertises: {@code /u/} and a token that names the person and is
 * signed. Nothing of it is stored, and it stays the same in all their mail.
 */
@Component
class UnsubscribeLinks {

    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,13})\\.([A-Za-z0-9_-]{22})");

    private final Signatures signatures;

    UnsubscribeLinks(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The path of the person's link. */
    String of(long personId) {
        var named = Long.toString(personId, 36);
        return "/u/" + named + "." + signatures.of(signed(named));
    }

    /** Whose link that is; nothing when it was made up. */
    OptionalLong person(String token) {
        var parts = TOKEN.matcher(token);
        return parts.matches() && signatures.fits(signed(parts.group(1)), parts.group(2))
                ? OptionalLong.of(Long.parseLong(parts.group(1), 36))
                : OptionalLong.empty();
    }

    private static String signed(String named) {
        return "unsubscribe " + named;
    }
}
