package rollcall.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/**
 * One-time links with which somebody chooses a password: the first administrator, somebody whom an administrator has
 * invited, or somebody who has forgotten theirs. A new link makes the one before it void. None stands in for the second
 * factor.
 */
@Service
public class SetupLinks {

    /** What a link is for: an account, or null for the first administrator. */
    record Purpose(@Nullable Long accountId) {}

    /** For somebody who has no password yet. */
    static final Duration INVITATION = Duration.ofHours(48);

    /** For somebody who has forgotten it. */
    static final Duration RESET = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    SetupLinks(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The path of a link for the first administrator, good until it is used or replaced. */
    @Transactional
    public String forFirstAdministrator() {
        withdrawForFirstAdministrator();
        return store(null, null);
    }

    @Transactional
    public void withdrawForFirstAdministrator() {
        jdbc.sql("delete from setup_link where account_id is null").update();
    }

    /** The path of a link for the owner of that account: an invitation, or the way to another password. */
    @Transactional
    public String forAccount(Actor by, Account account) {
        withdraw(account);
        var invitation = !account.hasPassword();
        audit.note(by, AuditKind.SETUP_LINK_MADE, Map.of("account", account.id(), "invitation", invitation));
        return store(account.id(), Timestamp.from(clock.instant().plus(invitation ? INVITATION : RESET)));
    }

    /** Until when there is a link for that account; empty when there is none. */
    Optional<Instant> goodUntil(Account account) {
        return jdbc.sql("select expires_at from setup_link where account_id = :account and expires_at > :now")
                .param("account", account.id())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) ->
                        row.getObject("expires_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void withdraw(Account account) {
        jdbc.sql("delete from setup_link where account_id = :account")
                .param("account", account.id())
                .update();
    }

    private String store(@Nullable Long accountId, @Nullable Timestamp expiresAt) {
        var secret = Secrets.next();
        jdbc.sql("insert into setup_link (digest, account_id, expires_at) values (:digest, :account, :expires)")
                .param("digest", Secrets.digest(secret))
                .param("account", accountId)
                .param("expires", expiresAt)
                .update();
        return "/setup/" + secret;
    }

    /** What the link is for; empty for one that was never made, was used or replaced, or is too old. */
    Optional<Purpose> purposeOf(String secret) {
        return jdbc.sql("""
            select account_id from setup_link
            where digest = :digest and (expires_at is null or expires_at > :now)\
            """)
                .param("digest", Secrets.digest(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Purpose(row.getObject("account_id", Long.class)))
                .optional();
    }

    /** Makes the link void; false when somebody else just did. */
    boolean use(String secret) {
        return jdbc.sql("delete from setup_link where digest = :digest")
                        .param("digest", Secrets.digest(secret))
                        .update()
                == 1;
    }
}
