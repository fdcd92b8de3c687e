package rollcall.program;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import rollcall.web.Text;

/**
 * One webinar.
 *
 * @param startsAt instants are UTC; {@code zone} (an IANA name) says in which local time they are shown
 * @param capacity how many seats there are; null for no limit
 * @param approvalRequired whether newcomers wait for an approver
 * @param waitlistOn whether people may wait for a seat once the program is full
 * @param fourEyes whether the approver must be another person than the one who brought the member in
 * @param webinarAddress where the webinar takes place, typed by hand; null until it is known
 * @param sample whether this is the program that the first start puts in, which may be removed without a trace
 */
public record Program(
        @Id @Nullable Long id,
        @Version @Nullable Integer version,
        long channelId,
        String name,
        String description,
        Instant startsAt,
        Instant endsAt,
        String zone,
        @Nullable Integer capacity,
        boolean approvalRequired,
        boolean waitlistOn,
        boolean fourEyes,
        @Nullable String webinarAddress,
        @Nullable Instant archivedAt,
        boolean sample,
        Instant createdAt) {

    /** The id of a program that was stored. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The program was not stored yet.");
        }
        return id;
    }

    /** What a search for a program of that name looks in. */
    static String searchKey(String name) {
        return Text.searchable(name, 200);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public boolean archived() {
        return archivedAt != null;
    }

    public boolean limited() {
        return capacity != null;
    }

    public boolean endedBy(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** This program with everything that a manager edits taken from {@code plan}. */
    Program with(ProgramPlan plan) {
        return new Program(
                id,
                version,
                channelId,
                plan.name(),
                plan.description(),
                plan.startsAt(),
                plan.endsAt(),
                plan.zone().getId(),
                plan.capacity(),
                plan.approvalRequired(),
                plan.waitlistOn(),
                plan.fourEyes(),
                plan.webinarAddress(),
                archivedAt,
                sample,
                createdAt);
    }

    Program archivedAt(@Nullable Instant at) {
        return new Program(
                id,
                version,
                channelId,
                name,
                description,
                startsAt,
                endsAt,
                zone,
                capacity,
                approvalRequired,
                waitlistOn,
                fourEyes,
                webinarAddress,
                at,
                sample,
                createdAt);
    }
}
