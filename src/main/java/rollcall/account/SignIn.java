package rollcall.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import rollcall.web.Text;

/** Decides whether an e-mail address and a password are an account's; for some there is a {@link SecondStep}. */
@Service
class SignIn {

    /** What a try comes to. Why it failed is not said: the answer is the same for wrong, unknown, disabled and too early. */
    sealed interface Answer {
        record Right(Account account) implements Answer {}

        record Wrong() implements Answer {}

        record TooMany(Duration pause) implements Answer {}
    }

    /** A try: what was typed, where it came from, and the device's secret when it has signed in before. */
    record Try(
            String email,
            String password,
            String address,
            @Nullable String device) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final KnownDevices devices;
    private final SignInThrottle throttle;
    private final AuditTrail audit;

    SignIn(Accounts accounts, Passwords passwords, KnownDevices devices, SignInThrottle throttle, AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.devices = devices;
        this.throttle = throttle;
        this.audit = audit;
    }

    Answer attempt(Try attempt) {
        var address = Subject.address(attempt.address());
        var wait = throttle.waitOf(address);
        if (wait.isPositive()) {
            return new Answer.TooMany(wait);
        }
        var account = Optional.of(attempt.email())
                .filter(email -> !Text.unwanted(email))
                .flatMap(accounts::byEmail);
        var subject = subjectOf(attempt, account);
        var inTime = throttle.admits(subject);
        var matches = passwords.matches(
                attempt.password(), account.map(Account::passwordHash).orElse(null));
        if (account.isEmpty() || !inTime || !matches || !account.get().enabled()) {
            return wrong(account, inTime);
        }
        throttle.forgive(subject, address);
        return right(account.get());
    }

    private String subjectOf(Try attempt, Optional<Account> account) {
        var device = attempt.device();
        return device != null
                        && account.isPresent()
                        && devices.knows(account.get().id(), device)
                ? Subject.device(account.get().id(), device)
                : Subject.account(attempt.email());
    }

    private Answer wrong(Optional<Account> account, boolean inTime) {
        var by = account.map(Account::actor).orElse(SessionAccounts.NOBODY);
        audit.note(by, AuditKind.SIGN_IN_FAILED, Map.of("tooEarly", !inTime));
        return new Answer.Wrong();
    }

    private Answer right(Account account) {
        if (!account.hasSecondFactor()) { // else this is half of it, and SecondStep is the other
            audit.note(account.actor(), AuditKind.SIGNED_IN, Map.of());
        }
        return new Answer.Right(account);
    }
}
