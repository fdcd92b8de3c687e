package rollcall.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rollcall.web.BrokenSeal;
import rollcall.web.Seals;

/**
 * Keys that are shown to somebody and not stored yet. Meanwhile the page itself carries them, sealed: nobody has to clean
 * up after those who look and leave.
 */
@Component
class Enrolments {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final Seals seals;
    private final Clock clock;

    Enrolments(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** A key on a page; {@code sealed} is what the form sends back. */
    record Enrolment(TotpKey key, String sealed, String email) {

        public String text() {
            return key.text();
        }

        /** For those who type it. */
        public String textInGroups() {
            return text().replaceAll("(.{4})(?=.)", "$1 ");
        }

        public String address() {
            return key.address(email);
        }

        public String image() {
            return QrCode.image(address());
        }
    }

    Enrolment begin(Account account) {
        var key = TotpKey.next();
        var sealed = seals.seal(clock.instant().getEpochSecond() + " " + key.text(), place(account));
        return new Enrolment(key, sealed, account.email());
    }

    /** The key that this account was shown, as long as that is not too long ago. */
    Optional<Enrolment> resume(Account account, String sealed) {
        try {
            var parts = seals.open(sealed, place(account)).split(" ", 2);
            var begun = Instant.ofEpochSecond(Long.parseLong(parts[0]));
            return begun.plus(GOOD_FOR).isAfter(clock.instant())
                    ? Optional.of(new Enrolment(TotpKey.of(parts[1]), sealed, account.email()))
                    : Optional.empty();
        } catch (BrokenSeal madeUp) {
            return Optional.empty();
        }
    }

    private static String place(Account account) {
        return "account:" + account.id() + " enrolment";
    }
}
