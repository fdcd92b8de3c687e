package rollcall.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import rollcall.web.Signatures;

/** Says in a form when it was handed out, signed, so that it comes back as it was. Nothing of it is stored. */
@Component
class Stamps {

    private static final Pattern SHAPE = Pattern.compile("([0-9a-z]{1,10})\\.([A-Za-z0-9_-]{22})");

    private final Signatures signatures;
    private final RegistrationLimits limits;
    private final Clock clock;

    Stamps(Signatures signatures, RegistrationLimits limits, Clock clock) {
        this.signatures = signatures;
        this.limits = limits;
        this.clock = clock;
    }

    String of(long programId) {
        var at = Long.toString(clock.millis(), 36);
        return at + "." + signatures.of(signed(programId, at));
    }

    /** When the form was handed out; nothing for a stamp that was made up, is too old or is not there. */
    Optional<Instant> read(long programId, String stamp) {
        var parts = SHAPE.matcher(stamp);
        if (!parts.matches() || !signatures.fits(signed(programId, parts.group(1)), parts.group(2))) {
            return Optional.empty();
        }
        var at = Instant.ofEpochMilli(Long.parseLong(parts.group(1), 36));
        return at.plus(limits.stampLasts()).isAfter(clock.instant()) ? Optional.of(at) : Optional.empty();
    }

    /** Whether nobody could have filled the form out since. */
    boolean tooFast(Instant handedOut) {
        return Duration.between(handedOut, clock.instant()).compareTo(limits.fastest()) < 0;
    }

    private static String signed(long programId, String at) {
        return "registration " + programId + " " + at;
    }
}
