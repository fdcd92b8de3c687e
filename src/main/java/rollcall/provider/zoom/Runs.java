package rollcall.provider.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventRef;
import tools.jackson.databind.JsonNode;

/** The times that a webinar really took place. Each has a UUID of its own, and reports of its own [Z-OAS]. */
final class Runs {

    /** A run that began longer than this before its time was a rehearsal [assumed]. */
    private static final Duration EARLY = Duration.ofHours(6);

    private final ZoomApi api;

    Runs(ZoomApi api) {
        this.api = api;
    }

    /** One that is over. */
    record Run(String uuid, Instant startedAt) {}

    /**
     * Those that count, the earliest first; none as long as it is not over. A webinar that takes place once may have been
     * interrupted and begun again, and each of its runs counts; of a series, the last.
     */
    List<Run> of(EventRef event, ZoomWebinar webinar) {
        var all = past(event);
        var planned = webinar.startsAt();
        if (!webinar.once() || planned == null) {
            return all.isEmpty() ? all : List.of(all.getLast());
        }
        var first = planned.minus(EARLY);
        return all.stream().filter(run -> !run.startedAt().isBefore(first)).toList();
    }

    private List<Run> past(EventRef event) {
        var reply = api.get(event.connection(), "/past_webinars/{id}/instances", event.externalId());
        if (reply.status() == 404 && Mistakes.code(reply) > 0) {
            return List.of(); // of one that never ran, either this or an empty list [assumed]
        }
        return api.json(reply).path("webinars").values().stream()
                .filter(one -> ZoomWebinar.instant(one.path("start_time")) != null)
                .map(Runs::run)
                .sorted(Comparator.comparing(Run::startedAt))
                .toList();
    }

    private static Run run(JsonNode said) {
        return new Run(
                said.path("uuid").asString(""), Objects.requireNonNull(ZoomWebinar.instant(said.path("start_time"))));
    }

    /** When a run ended; as planned, where there is no report of it: not yet, or not any more. */
    Instant endOf(EventRef event, ZoomWebinar webinar, Run run) {
        var planned = run.startedAt().plusSeconds(60L * Math.max(1, webinar.minutes()));
        var reply = api.get(event.connection(), "/report/webinars/{uuid}", ZoomApi.uuid(run.uuid()));
        if (reply.status() == 404 || (reply.status() == 400 && !Mistakes.locksOut(reply))) {
            return planned;
        }
        var ended = ZoomWebinar.instant(api.json(reply).path("end_time"));
        return ended == null ? planned : ended;
    }

    /** The UUID of the run after that one; null when there is none. */
    static @Nullable String after(List<Run> runs, String uuid) {
        return runs.stream()
                .map(Run::uuid)
                .dropWhile(one -> !one.equals(uuid))
                .skip(1)
                .findFirst()
                .orElse(null);
    }
}
