package rollcall.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses that were erased, each as its HMAC-SHA-256 under a secret of this database. Whoever has both can try out
 * whether an address is among them; nobody can read one.
 */
@Component
class ErasedAddresses {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    ErasedAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remember(Collection<String> emailKeys, Instant now) {
        forget(emailKeys);
        var mac = mac(secret().orElseGet(this::newSecret));
        for (var key : emailKeys) {
            jdbc.sql("insert into erased_address (digest, erased_at) values (:digest, :now)")
                    .param("digest", digest(mac, key))
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    Map<String, Instant> among(Collection<String> emailKeys) {
        var found = new HashMap<String, Instant>();
        var digests = digests(emailKeys);
        if (!digests.isEmpty()) {
            jdbc.sql("select digest, erased_at from erased_address where digest in (:digests)")
                    .param("digests", digests.keySet())
                    .query(row -> {
                        var at =
                                row.getObject("erased_at", OffsetDateTime.class).toInstant();
                        found.put(digests.getOrDefault(row.getString("digest"), ""), at);
                    });
        }
        return found;
    }

    /** Somebody with these addresses is known again. */
    void forget(Collection<String> emailKeys) {
        var digests = digests(emailKeys).keySet();
        if (!digests.isEmpty()) {
            jdbc.sql("delete from erased_address where digest in (:digests)")
                    .param("digests", digests)
                    .update();
        }
    }

    /** The keys by their digests; none as long as nobody was ever erased. */
    private Map<String, String> digests(Collection<String> emailKeys) {
        var digests = new HashMap<String, String>();
        if (!emailKeys.isEmpty()) {
            secret().map(ErasedAddresses::mac)
                    .ifPresent(mac -> emailKeys.forEach(key -> digests.put(digest(mac, key), key)));
        }
        return digests;
    }

    private Optional<String> secret() {
        return jdbc.sql("select secret from erasure_secret where id = 1")
                .query(String.class)
                .optional();
    }

    /** Two who erase somebody first at the same instant make the later one fail, and repeating it helps. */
    private String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        jdbc.sql("insert into erasure_secret (id, secret) values (1, :secret)")
                .param("secret", secret)
                .update();
        return secret;
    }

    private static Mac mac(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(Mac mac, String key) {
        return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
    }
}
