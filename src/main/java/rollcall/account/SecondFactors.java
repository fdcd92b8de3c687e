package rollcall.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;
import rollcall.web.BrokenSeal;
import rollcall.web.Seals;

/** The door to the second factor of accounts: an authenticator app, and recovery codes for when it is gone. */
@Service
public class SecondFactors {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    private final JdbcClient jdbc;
    private final RecoveryCodes recovery;
    private final Seals seals;
    private final AuditTrail audit;
    private final Clock clock;

    SecondFactors(JdbcClient jdbc, RecoveryCodes recovery, Seals seals, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.recovery = recovery;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes that key the account's, in place of the one it had, when the code was made of it.
     *
     * @return new recovery codes, which can be read only now; nothing when the code is not of the key
     */
    @Transactional
    public Optional<List<String>> set(Actor by, Account account, TotpKey key, String code) {
        var step = key.stepOf(digits(code), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        // Two clicks at once: the second waits here, and its codes are the ones that count.
        jdbc.sql("select id from account where id = :account for update")
                .param("account", account.id())
                .query(Long.class)
                .single();
        delete(account);
        insert(account, key, step.getAsLong());
        audit.note(by, AuditKind.SECOND_FACTOR_SET, Map.of("account", account.id()));
        return Optional.of(recovery.renew(account.id()));
    }

    private void insert(Account account, TotpKey key, long step) {
        jdbc.sql("""
            insert into second_factor (account_id, sealed_key, last_step, set_at)
            values (:account, :sealed, :step, :now)\
            """)
                .param("account", account.id())
                .param("sealed", seals.seal(key.text(), place(account)))
                .param("step", step)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String place(Account account) {
        return "account:" + account.id() + " second factor";
    }

    /** Whether the app shows this code about now; it is taken once, and none from before it is taken afterwards. */
    boolean takes(Account account, String code) {
        var step = key(account).map(key -> key.stepOf(digits(code), clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && use(account, step.get().getAsLong());
    }

    private Optional<TotpKey> key(Account account) {
        return jdbc.sql("select sealed_key from second_factor where account_id = :account")
                .param("account", account.id())
                .query(String.class)
                .optional()
                .flatMap(stored -> open(account, stored));
    }

    /** A key that is lost lets nobody in; recovery codes still do, and an administrator removes the factor. */
    private Optional<TotpKey> open(Account account, String sealed) {
        try {
            return Optional.of(TotpKey.of(seals.open(sealed, place(account))));
        } catch (BrokenSeal broken) {
            LOG.error("The second factor of account {} cannot be asked for. {}", account.id(), broken.getMessage());
            return Optional.empty();
        }
    }

    private boolean use(Account account, long step) {
        return jdbc.sql("update second_factor set last_step = :step where account_id = :account and last_step < :step")
                        .param("step", step)
                        .param("account", account.id())
                        .update()
                == 1;
    }

    /** As apps show it: often with a blank in the middle. */
    private static String digits(String code) {
        return code.replaceAll("[\\s-]", "");
    }

    boolean takesRecovery(Account account, String code) {
        return recovery.use(account.id(), code);
    }

    int recoveryCodesLeft(Account account) {
        return recovery.left(account.id());
    }

    /** New codes in place of those there were, which can be read only now; nothing for an account without the factor. */
    @Transactional
    public Optional<List<String>> renewRecoveryCodes(Actor by, Account account) {
        if (!lock(account)) {
            return Optional.empty();
        }
        audit.note(by, AuditKind.RECOVERY_CODES_MADE, Map.of("account", account.id()));
        return Optional.of(recovery.renew(account.id()));
    }

    /** False when there is nothing to lock, because the account has no second factor. */
    private boolean lock(Account account) {
        return jdbc.sql("select account_id from second_factor where account_id = :account for update")
                .param("account", account.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** From now on a password alone opens the account. */
    @Transactional
    public void remove(Actor by, Account account) {
        if (delete(account)) {
            audit.note(by, AuditKind.SECOND_FACTOR_REMOVED, Map.of("account", account.id()));
        }
    }

    private boolean delete(Account account) {
        return jdbc.sql("delete from second_factor where account_id = :account")
                        .param("account", account.id())
                        .update()
                == 1;
    }
}
