package rollcall.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door to secrets that Rollcall must be able to read again, such as what an authenticator app shares with it or the
 * credentials of a provider. They are kept sealed (AES-256-GCM), so that a copy of the database alone gives none away.
 *
 * <p>The key is {@code rollcall.secret-key} or, when that is not set, stands in {@code secret.key} in the data folder.
 * What is sealed begins with the id of its key and a colon. A new key is put before the old ones, which go on opening.
 */
@Component
public class Seals {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    Seals(
            @Value("${rollcall.secret-key:}") String configured,
            @Value("${rollcall.data:${ROLLCALL_DATA:./data}}") Path data) {
        this(
                configured.isBlank()
                        ? SealKeys.inFile(data.resolve("secret.key"))
                        : SealKeys.parse(configured, "ROLLCALL_SECRET_KEY"));
    }

    Seals(SealKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals a secret, each time differently.
     *
     * @param place where it will be kept, such as {@code account:5 second factor}: moved elsewhere it does not open
     */
    public String seal(String secret, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var key = keys.first();
        var sealed = run(Cipher.ENCRYPT_MODE, key, nonce, place, secret.getBytes(StandardCharsets.UTF_8));
        var both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return key.id() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /**
     * What was sealed for that place.
     *
     * @throws BrokenSeal when it was changed, was sealed for another place, or its key is not here
     */
    public String open(String sealed, String place) {
        var parts = sealed.split(":", 2);
        var key = keys.byId(parts[0]).orElseThrow(() -> new BrokenSeal("its key is not here"));
        try {
            var both = Base64.getUrlDecoder().decode(parts.length == 2 ? parts[1] : "");
            var nonce = Arrays.copyOf(both, NONCE_BYTES);
            var rest = Arrays.copyOfRange(both, Math.min(NONCE_BYTES, both.length), both.length);
            return new String(run(Cipher.DECRYPT_MODE, key, nonce, place, rest), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new BrokenSeal("it is not as it was written");
        }
    }

    /** The keys in use, the newest first. */
    List<SecretKey> keys() {
        return keys.all().stream().map(SealKeys.Key::secret).toList();
    }

    private static byte[] run(int mode, SealKeys.Key key, byte[] nonce, String place, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException refused) {
            throw new BrokenSeal("it is not as it was written, or was written for another place");
        }
    }
}
