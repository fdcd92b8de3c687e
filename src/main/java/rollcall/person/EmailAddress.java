package rollcall.person;

import java.util.Optional;
import java.util.regex.Pattern;
import rollcall.web.Text;

/**
 * An e-mail address that a mail could be sent to.
 *
 * @param address as it was given, trimmed and in NFC
 * @param key case-folded: two addresses with the same key are one person
 */
public record EmailAddress(String address, String key) {

    /** The longest address that a mail server must take (RFC 5321, 4.5.3.1). */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])");

    /** The address in that text, or nothing when it is none. */
    public static Optional<EmailAddress> parse(String text) {
        var tidy = Text.tidy(text);
        if (tidy.length() > LONGEST
                || tidy.indexOf('@') > LONGEST_LOCAL_PART
                || !SHAPE.matcher(tidy).matches()) {
            return Optional.empty();
        }
        var key = Text.folded(tidy);
        return key.length() > LONGEST ? Optional.empty() : Optional.of(new EmailAddress(tidy, key));
    }
}
