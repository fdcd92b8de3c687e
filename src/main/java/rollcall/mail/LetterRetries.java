package rollcall.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * When a letter is tried again: after 30 s, then after twice as long each time up to an hour, give or take a fifth so that
 * not all come back at once; after a day not any more.
 */
@Component
class LetterRetries {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofHours(24);

    private final RandomGenerator random = RandomGenerator.getDefault();

    /** When a letter that was tried now is tried next; nothing when it is given up. */
    Optional<Instant> after(Waiting letter, Instant now) {
        return now.isBefore(letter.firstTriedAt().plus(GIVEN_UP))
                ? Optional.of(now.plus(wait(letter.tries())))
                : Optional.empty();
    }

    private Duration wait(int triesBefore) {
        var doubled = triesBefore > 7 ? LONGEST : FIRST.multipliedBy(1L << triesBefore);
        var longest = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return longest.multipliedBy(80 + random.nextInt(41)).dividedBy(100);
    }
}
