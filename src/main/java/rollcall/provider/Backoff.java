package rollcall.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * What comes after a try that failed: again after 30 s, then twice as long each time up to an hour, give or take a fifth
 * so that not all come back at once; after a day it is given up.
 */
@Component
class Backoff {

    /** What is stored as the failure when it was given up, and nobody knows whether the provider has them. */
    static final String NO_ANSWER = "NO_ANSWER";

    /** What is stored as the failure when it was given up, and the provider surely does not have them. */
    static final String UNABLE = "UNABLE";

    /** What is stored as the failure when the provider does not let us in. */
    static final String BARRED_OUT = "BARRED";

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofHours(24);

    /** How long nothing is sent to a provider that does not let us in. */
    private static final Duration BARRED = Duration.ofMinutes(15);

    private final RandomGenerator random = RandomGenerator.getDefault();

    /** The step after that failure of a push that was tried now. */
    Step after(Push push, ProviderFailure failure, Instant now) {
        return switch (failure) {
            case ProviderFailure.Rejected no -> new Step.Refused(no.refusal().name(), no.words());
            case ProviderFailure.Temporary later -> again(push, push.unclear(), "TEMPORARY", later.words(), now);
            case ProviderFailure.Unclear unclear -> again(push, true, "UNCLEAR", unclear.words(), now);
            case ProviderFailure.Throttled pause ->
                new Step.Held(later(pause.retryAt(), now), "THROTTLED", pause.words());
            case ProviderFailure.Barred closed -> new Step.Held(now.plus(BARRED), BARRED_OUT, closed.words());
        };
    }

    /** A pause that is over already is none. */
    private static Instant later(Instant at, Instant now) {
        var soon = now.plusSeconds(1);
        return at.isBefore(soon) ? soon : at;
    }

    private Step again(Push push, boolean unclear, String failure, String words, Instant now) {
        return now.isBefore(push.firstTriedAt().plus(GIVEN_UP))
                ? new Step.Again(now.plus(wait(push.tries())), unclear, failure, words)
                : new Step.Refused(unclear ? NO_ANSWER : UNABLE, words);
    }

    private Duration wait(int tries) {
        var doubled = tries > 8 ? LONGEST : FIRST.multipliedBy(1L << (tries - 1));
        var longest = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return longest.multipliedBy(80 + random.nextInt(41)).dividedBy(100);
    }
}
