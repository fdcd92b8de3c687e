package rollcall.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import rollcall.account.SignInCounts.Count;

/**
 * Slows down who guesses passwords. A try counts before its password is looked at, so that many tries at once gain
 * nothing; a right password takes it back.
 */
@Component
class SignInThrottle {

    private final SignInCounts counts;
    private final SignInLimits limits;
    private final Clock clock;

    SignInThrottle(SignInCounts counts, SignInLimits limits, Clock clock) {
        this.counts = counts;
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts a try against an account, as its owner's device or as anybody; false when it comes too early to be looked at. */
    boolean admits(String subject) {
        var now = clock.instant();
        var before = counts.change(subject, now, count -> count.closedAt(now) ? count : oneMore(count, now));
        return !before.closedAt(now);
    }

    private Count oneMore(Count count, Instant now) {
        var tries = count.tries() + 1;
        var wait = limits.waitAfter(tries);
        return new Count(tries, now, wait.isZero() ? null : now.plus(wait));
    }

    /** Counts a try from an address; zero when it may be made, else how long until the next one may. */
    Duration waitOf(String address) {
        var now = clock.instant();
        var before = counts.change(address, now, count -> {
            var current = over(count, now) ? new Count(0, now, null) : count;
            return full(current) ? current : new Count(current.tries() + 1, current.since(), null);
        });
        return over(before, now) || !full(before)
                ? Duration.ZERO
                : Duration.between(now, before.since().plus(limits.addressWindow()));
    }

    private boolean full(Count count) {
        return count.tries() >= limits.triesPerAddress();
    }

    private boolean over(Count count, Instant now) {
        return !count.since().plus(limits.addressWindow()).isAfter(now);
    }

    /** The password was right: the account begins anew, the address gets its try back. */
    void forgive(String subject, String address) {
        forgive(subject);
        var now = clock.instant();
        counts.change(address, now, count -> new Count(Math.max(0, count.tries() - 1), count.since(), null));
    }

    void forgive(String subject) {
        var now = clock.instant();
        counts.change(subject, now, count -> new Count(0, now, null));
    }
}
