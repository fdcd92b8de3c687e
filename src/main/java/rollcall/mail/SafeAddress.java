package rollcall.mail;

import java.util.List;
import java.util.regex.Pattern;
import rollcall.mail.Piece.Place;
import rollcall.mail.Piece.Words;

/** Where a link in a mail may lead: to the web, to an address for mail, or to where one of our own links leads. */
final class SafeAddress {

    private static final Pattern WHOLE = Pattern.compile("(?i)\\s*(https?://[^/?#\\s\\\\]+|mailto:)\\S*\\s*");

    /** Names its host whole, so that what is filled in behind it cannot choose another one. */
    private static final Pattern BEGINNING = Pattern.compile("(?i)\\s*(https?://[^/?#\\s\\\\]+[/?#]|mailto:)\\S*");

    private SafeAddress() {}

    static boolean is(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return false;
        }
        return switch (pieces.getFirst()) {
            case Words(var text) ->
                (pieces.size() == 1 ? WHOLE : BEGINNING).matcher(text).matches();
            case Place(var token, var instead) ->
                token.link() && (instead == null || WHOLE.matcher(instead).matches());
        };
    }
}
