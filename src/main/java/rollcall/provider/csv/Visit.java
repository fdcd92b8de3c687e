package rollcall.provider.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceKind;
import rollcall.web.Text;

/**
 * That somebody was there once, as one row says.
 *
 * @param registrantId empty when the row has none
 * @param email empty when the row has none
 * @param duration as the row says; null when it does not
 */
record Visit(
        AttendanceKind kind,
        String registrantId,
        String email,
        String name,
        @Nullable Instant joined,
        @Nullable Instant left,
        @Nullable Duration duration) {

    /** The same for all visits of one person, as far as a file tells people apart; says nothing about them. */
    String person() {
        if (!registrantId.isEmpty()) {
            return digest("r:" + registrantId);
        }
        return digest(email.isEmpty() ? "n:" + Text.folded(name) : "e:" + email.toLowerCase(Locale.ROOT));
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
