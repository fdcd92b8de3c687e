package rollcall.registration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts the forms that an address and a program have sent lately. In the node's memory only, for a flood must not become
 * the database's, and who came from where is not kept.
 */
@Component
class Throttle {

    private static final int MOST_SUBJECTS = 100_000;

    /** What an IPv6 network gives to one customer: the first 64 bits. */
    private static final int NETWORK = 8;

    private record Count(int forms, Instant since) {}

    private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();
    private final RegistrationLimits limits;
    private final Clock clock;

    Throttle(RegistrationLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts one form.
     *
     * @param stamped whether it came from a page of ours
     * @return zero when it may be looked at; else how long until the next one may
     */
    Duration waitOf(String address, long programId, boolean stamped) {
        var wait = stamped
                ? wait("a" + network(address), limits.perAddress())
                : wait("u" + network(address), limits.perAddressUnstamped());
        return wait.isZero() ? wait("p" + programId, limits.perProgram()) : wait;
    }

    private Duration wait(String subject, int most) {
        var now = clock.instant();
        makeRoom(now);
        var count = counts.merge(
                subject,
                new Count(1, now),
                (sofar, one) -> over(sofar, now) ? one : new Count(sofar.forms + 1, sofar.since));
        return count.forms <= most ? Duration.ZERO : Duration.between(now, count.since.plus(limits.window()));
    }

    private boolean over(Count count, Instant now) {
        return !count.since.plus(limits.window()).isAfter(now);
    }

    /** Who floods from so many addresses that all fit in is let begin anew. */
    private void makeRoom(Instant now) {
        if (counts.size() >= MOST_SUBJECTS) {
            counts.values().removeIf(count -> over(count, now));
            if (counts.size() >= MOST_SUBJECTS) {
                counts.clear();
            }
        }
    }

    static String network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, NETWORK) : bytes);
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
