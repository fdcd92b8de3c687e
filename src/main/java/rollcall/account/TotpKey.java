package rollcall.account;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * What an authenticator app and Rollcall share, and the codes that both make of it: six digits of HMAC-SHA-1 for each
 * half minute, as RFC 6238 has them and every app knows them.
 */
final class TotpKey {

    static final Duration STEP = Duration.ofSeconds(30);

    private static final String ISSUER = "Rollcall";
    private static final String MAC = "HmacSHA1";
    private static final int BYTES = 20; // as long as the digest, which RFC 4226 recommends
    private static final int CODES = 1_000_000;
    private static final int DRIFT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private TotpKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static TotpKey next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpKey(bytes);
    }

    static TotpKey of(String text) {
        return new TotpKey(Base32.decode(text));
    }

    /** In Base32, as apps take it. */
    String text() {
        return Base32.toBase32String(bytes);
    }

    /** What a QR code tells an app, and what a link on the phone itself opens one with. */
    String address(String email) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
                .formatted(ISSUER, encoded(email), text(), ISSUER, STEP.toSeconds());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * The number of the half minute that the code belongs to, when that is now, the one before or the one after: clocks
     * differ, and people take their time.
     */
    OptionalLong stepOf(String code, Instant now) {
        var step = stepAt(now);
        return LongStream.rangeClosed(step - DRIFT, step + DRIFT)
                .filter(near -> same(codeAt(near), code))
                .findFirst();
    }

    static long stepAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    String codeAt(long step) {
        var hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % CODES);
    }

    private byte[] hash(byte[] message) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException(none);
        }
    }
}
