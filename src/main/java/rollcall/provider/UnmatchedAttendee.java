package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who attended, or is registered at the provider, and whom the program does not know.
 *
 * @param email empty when the provider does not say, as is {@code name}
 * @param liveSeconds null for somebody who was not there live
 * @param onDemandSeconds null for somebody who did not watch the recording
 * @param cameAt when they first came; null when the provider does not say
 * @param watchedAt when they first watched the recording; null when the provider does not say
 * @param registered whether they are registered there
 * @param registrantId the provider's id of that registration; null when it does not say
 */
record UnmatchedAttendee(
        long id,
        long programId,
        String key,
        String email,
        String name,
        @Nullable Integer liveSeconds,
        @Nullable Integer onDemandSeconds,
        @Nullable Instant cameAt,
        @Nullable Instant watchedAt,
        boolean registered,
        @Nullable String registrantId,
        Instant firstSeenAt,
        Instant lastSeenAt,
        State state) {

    enum State {
        OPEN,
        MATCHED,
        ADDED,
        DISMISSED
    }

    /** Both as one person: all that was reported of them, under whatever name, taken together. */
    UnmatchedAttendee and(UnmatchedAttendee other) {
        return new UnmatchedAttendee(
                id,
                programId,
                key,
                email.isEmpty() ? other.email : email,
                name.isEmpty() ? other.name : name,
                sum(liveSeconds, other.liveSeconds),
                sum(onDemandSeconds, other.onDemandSeconds),
                earlier(cameAt, other.cameAt),
                earlier(watchedAt, other.watchedAt),
                registered || other.registered,
                registrantId == null ? other.registrantId : registrantId,
                firstSeenAt,
                lastSeenAt,
                state);
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? (one == null ? other : one) : Integer.valueOf(one + other);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    public String label() {
        return name.isEmpty() ? email : name;
    }

    /** Whether they were there; else they are only registered. */
    public boolean attended() {
        return liveSeconds != null || onDemandSeconds != null;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whole minutes; null for somebody who was not there live. */
    public @Nullable Integer liveMinutes() {
        return liveSeconds == null ? null : ReportedMember.minutes(liveSeconds);
    }

    public @Nullable Integer onDemandMinutes() {
        return onDemandSeconds == null ? null : ReportedMember.minutes(onDemandSeconds);
    }
}
