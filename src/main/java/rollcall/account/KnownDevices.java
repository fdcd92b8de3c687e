package rollcall.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers that have signed in to an account before. Each has wrong tries of its own, so that somebody who guesses from
 * elsewhere keeps the owner from nothing.
 */
@Component
class KnownDevices {

    /** How long a device that is not used stays known. */
    static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(long accountId, @Nullable String device) {
        return device != null
                && jdbc.sql("""
                    select count(*) from known_device
                    where digest = :digest and account_id = :account and used_at > :oldest\
                    """)
                                .param("digest", Secrets.digest(device))
                                .param("account", accountId)
                                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                                .query(Long.class)
                                .single()
                        == 1;
    }

    /** Remembers a device that has just signed in, under a new secret; the one it came with is void. */
    @Transactional
    public String remember(long accountId, @Nullable String device) {
        if (device != null) {
            forget(device);
        }
        var secret = Secrets.next();
        jdbc.sql("insert into known_device (digest, account_id, used_at) values (:digest, :account, :now)")
                .param("digest", Secrets.digest(secret))
                .param("account", accountId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    private void forget(String device) {
        jdbc.sql("delete from known_device where digest = :digest or used_at < :oldest")
                .param("digest", Secrets.digest(device))
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
