package rollcall.provider.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import rollcall.provider.ProviderTrouble;

/** In which zone each webinar was planned, by Microsoft's name: for whoever has not said where they are. */
final class WebinarZones {

    private static final String OTHERWISE = "UTC";
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private record Known(String zone, Instant until) {}

    private final Graph graph;
    private final Clock clock;
    private final ConcurrentMap<WebinarAddress, Known> known = new ConcurrentHashMap<>();

    WebinarZones(Graph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /** UTC when it cannot be found out: nobody stays out for that. */
    String of(WebinarAddress webinar) {
        var now = clock.instant();
        known.values().removeIf(one -> one.until().isBefore(now));
        try {
            return known.computeIfAbsent(webinar, one -> new Known(ask(one), now.plus(GOOD_FOR)))
                    .zone();
        } catch (ProviderTrouble unanswered) {
            return OTHERWISE;
        }
    }

    private String ask(WebinarAddress webinar) {
        var zone = TeamsWebinar.of(graph.read(webinar.connection(), webinar.path()))
                .zone();
        return zone.isBlank() ? OTHERWISE : zone;
    }
}
