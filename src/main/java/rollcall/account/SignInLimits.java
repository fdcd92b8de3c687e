package rollcall.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the sign-in is.
 *
 * @param freeTries how many wrong passwords an account takes before the first wait
 * @param firstWait doubles with each further wrong password, up to {@code longestWait}
 * @param triesPerAddress how many tries an address has in {@code addressWindow}; right passwords do not count
 * @param lasts how long somebody stays signed in at most, however often the session is used
 */
@ConfigurationProperties("rollcall.sign-in")
record SignInLimits(
        @DefaultValue("5") int freeTries,
        @DefaultValue("1m") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("10") int triesPerAddress,
        @DefaultValue("1m") Duration addressWindow,
        @DefaultValue("7d") Duration lasts) {

    /** The wait after that many wrong passwords. */
    Duration waitAfter(int tries) {
        if (tries < freeTries) {
            return Duration.ZERO;
        }
        var doublings = Math.min(tries - freeTries, 30);
        var wait = firstWait.multipliedBy(1L << doublings);
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
