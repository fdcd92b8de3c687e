package rollcall.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import rollcall.account.SignIn.Answer;

/** The second step of signing in: decides whether a code opens the account whose password was right. */
@Service
class SecondStep {

    /** A try: the app's code, or a recovery code in its place; where it came from, and the device's secret if it has one. */
    record Try(
            String code,
            String recovery,
            String address,
            @Nullable String device) {}

    private enum How {
        APP,
        RECOVERY_CODE
    }

    private final SecondFactors factors;
    private final KnownDevices devices;
    private final SignInThrottle throttle;
    private final AuditTrail audit;

    SecondStep(SecondFactors factors, KnownDevices devices, SignInThrottle throttle, AuditTrail audit) {
        this.factors = factors;
        this.devices = devices;
        this.throttle = throttle;
        this.audit = audit;
    }

    Answer attempt(Account account, Try attempt) {
        var address = Subject.address(attempt.address());
        var wait = throttle.waitOf(address);
        if (wait.isPositive()) {
            return new Answer.TooMany(wait);
        }
        var subject =
                Subject.code(account.id(), devices.knows(account.id(), attempt.device()) ? attempt.device() : null);
        var inTime = throttle.admits(subject);
        if (inTime && factors.takes(account, attempt.code())) {
            throttle.forgive(subject, address);
            return right(account, How.APP);
        }
        if (inTime && factors.takesRecovery(account, attempt.recovery())) {
            throttle.forgive(subject, address);
            return right(account, How.RECOVERY_CODE);
        }
        return wrong(account, inTime);
    }

    private Answer right(Account account, How how) {
        audit.note(account.actor(), AuditKind.SIGNED_IN, Map.of("secondFactor", how.name()));
        return new Answer.Right(account);
    }

    private Answer wrong(Account account, boolean inTime) {
        audit.note(account.actor(), AuditKind.SIGN_IN_FAILED, Map.of("tooEarly", !inTime, "secondFactor", true));
        return new Answer.Wrong();
    }
}
