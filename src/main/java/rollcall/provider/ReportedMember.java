package rollcall.provider;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.member.OwnReason;
import rollcall.member.Registrations.Attendance;
import rollcall.program.StatusCode;

/**
 * A member and everything that a report says of them.
 *
 * @param liveMinutes what an earlier report said; null when none did
 * @param onDemandMinutes likewise
 */
record ReportedMember(
        long memberId,
        long personId,
        Stand stand,
        @Nullable Integer liveMinutes,
        @Nullable Integer onDemandMinutes,
        List<Said> said) {

    Set<FindingKind> kinds() {
        var kinds = EnumSet.noneOf(FindingKind.class);
        said.forEach(one -> kinds.add(one.kind()));
        return kinds;
    }

    /** Why they get that status, as it stands in the history: how long they were there, or the provider's words. */
    String reason(StatusCode to) {
        return switch (to) {
            case ATTENDED -> inWords(minutes(FindingKind.LIVE));
            case ATTENDED_ON_DEMAND -> inWords(minutes(FindingKind.ON_DEMAND));
            case REGISTRATION_ERROR -> OwnReason.DENIED.unless(words(FindingKind.DENIED));
            case NOT_IN_PROGRAM -> OwnReason.CANCELLED.unless(words(FindingKind.CANCELLED));
            default -> "";
        };
    }

    private static String inWords(@Nullable Integer minutes) {
        return minutes == null || minutes == 0 ? "" : minutes + " min";
    }

    /** The provider's id of their registration there; null when it does not say. */
    @Nullable
    String registrantId() {
        return of(FindingKind.REGISTERED).stream()
                .map(Said::registrantId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    String words(FindingKind kind) {
        return of(kind).stream()
                .map(Said::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Since when they are what the report says; null when nobody knows.
     *
     * @param begin when the event began, which is when they came if the provider does not say
     * @param end when the event ended, from when on it is true that they did not come
     */
    @Nullable
    Instant since(StatusCode to, @Nullable Instant begin, @Nullable Instant end) {
        return switch (to) {
            case ATTENDED -> first(FindingKind.LIVE, begin);
            case ATTENDED_ON_DEMAND -> first(FindingKind.ON_DEMAND, null);
            case REGISTRATION_ERROR -> first(FindingKind.DENIED, null);
            case NOT_IN_PROGRAM -> first(FindingKind.CANCELLED, null);
            case NO_SHOW -> end;
            default -> null;
        };
    }

    private @Nullable Instant first(FindingKind kind, @Nullable Instant otherwise) {
        return of(kind).stream()
                .map(Said::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    /** How long they were there, when that is news. */
    Stream<Attendance> news() {
        var live = minutes(FindingKind.LIVE);
        var onDemand = minutes(FindingKind.ON_DEMAND);
        var news =
                (live != null && !live.equals(liveMinutes)) || (onDemand != null && !onDemand.equals(onDemandMinutes));
        return news && !stand.closed() ? Stream.of(new Attendance(memberId, live, onDemand)) : Stream.empty();
    }

    private @Nullable Integer minutes(FindingKind kind) {
        var visits = of(kind);
        return visits.isEmpty()
                ? null
                : minutes(visits.stream().mapToLong(Said::seconds).sum());
    }

    /** Whole minutes; somebody who was there at all was there for one. */
    static int minutes(long seconds) {
        return seconds == 0 ? 0 : (int) Math.max(1, Math.round(seconds / 60.0));
    }

    private List<Said> of(FindingKind kind) {
        return said.stream().filter(one -> one.kind() == kind).toList();
    }
}
