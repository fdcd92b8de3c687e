package rollcall.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hashes passwords, and compares them. Argon2id has no limit of its own, so that the end of a long password counts as
 * its beginning does. The hash says how it was made: another way may come later and the old ones still be read.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024; // with two rounds the least that OWASP's password sheet names
    private static final int ROUNDS = 2;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, ROUNDS)));

    private final SingletonSupplier<String> nobodysHash = SingletonSupplier.of(() -> hash("nobody has this password"));

    String hash(String password) {
        var hash = encoder.encode(composed(password));
        if (hash == null) {
            throw new IllegalStateException("The password was not hashed.");
        }
        return hash;
    }

    /**
     * Whether the hash was made of that password. It takes as long for no hash and for what cannot be a password, so that the
     * time tells nobody who has an account.
     */
    boolean matches(String password, @Nullable String hash) {
        var looksRight = password.length() <= PasswordRules.LONGEST && PasswordRules.isText(password);
        var matches = encoder.matches(composed(looksRight ? password : ""), hash == null ? nobodysHash.obtain() : hash);
        return matches && looksRight && hash != null;
    }

    /** One keyboard sends an accented letter as one character, another as two. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Form.NFC);
    }
}
