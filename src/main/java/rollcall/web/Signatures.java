package rollcall.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Signs what is given out in links and comes back, such as which member a link belongs to: whoever has the link has the
 * right, and nobody makes one up. Nothing of it is stored. The keys are those of {@link Seals}, so a link that was signed
 * with an older key goes on working.
 */
@Component
public class Signatures {

    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 16; // 128 bits: nobody guesses that

    private final Seals seals;

    Signatures(Seals seals) {
        this.seals = seals;
    }

    /** 22 characters of Base64 that fit in an address. */
    public String of(String what) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sign(seals.keys().getFirst(), what));
    }

    /** Whether that signature was made here for that text. */
    public boolean fits(String what, String signature) {
        try {
            var given = Base64.getUrlDecoder().decode(signature);
            return seals.keys().stream().anyMatch(key -> MessageDigest.isEqual(given, sign(key, what)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** A key of its own, derived from the one that seals: no text signed here is of use there. */
    private static byte[] sign(SecretKey key, String what) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(("rollcall link\0" + what).getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
