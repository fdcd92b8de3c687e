package rollcall.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator app, written from RFC 6238 and knowing nothing of the house. */
final class Authenticator {

    private final byte[] key;

    /** @param text as the page shows it for typing */
    Authenticator(String text) {
        this.key = Base32.decode(text.replace(" ", ""));
    }

    String codeAt(Instant instant) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(instant.getEpochSecond() / 30)
                    .array());
            var number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
