package rollcall.provider.simulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceRecord;

/**
 * That somebody was there, live or later.
 *
 * @param registrantId null for somebody who came without registering
 * @param seconds of all visits that are over
 * @param openSince when the visit began that is not over; null when they are not there now
 */
record SeenPerson(
        long id,
        @Nullable Long memberId,
        @Nullable String registrantId,
        String email,
        String name,
        @Nullable Instant from,
        long seconds,
        @Nullable Instant openSince) {

    AttendanceRecord asRecord(SimulatedWebinar webinar, Instant now) {
        return new AttendanceRecord(memberId, registrantId, email, name, from, attended(webinar, now));
    }

    /** Nobody watches for longer than the webinar was, however long the page stays open. */
    private Duration attended(SimulatedWebinar webinar, Instant now) {
        var over = Duration.ofSeconds(seconds);
        if (openSince == null || now.isBefore(openSince)) {
            return over;
        }
        var here = Duration.between(openSince, now);
        var most = Duration.ofMinutes(webinar.minutes());
        return over.plus(here.compareTo(most) < 0 ? here : most);
    }

    /** In whole minutes. */
    public long minutes() {
        return seconds / 60;
    }
}
