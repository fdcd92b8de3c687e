package rollcall.provider.teams;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.provider.JoinLink;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import tools.jackson.databind.JsonNode;

/** The personal links with which registrants enter: {@code joinWebUrl} of the session that they registered for (MS-SES). */
final class JoinLinks {

    private final Graph graph;

    JoinLinks(Graph graph) {
        this.graph = graph;
    }

    /**
     * Nothing when there is none, or no such registration.
     *
     * @throws ProviderTrouble when there is no answer
     */
    Optional<JoinLink> of(WebinarAddress webinar, String registration) {
        try {
            return new GraphList<>(
                            graph,
                            webinar.connection(),
                            webinar.registration(registration) + "/sessions",
                            JoinLinks::link)
                    .rest().stream().findFirst();
        } catch (ProviderTrouble trouble) {
            if (trouble.failure() instanceof Rejected) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    /** As {@link #of}; null also when there is no answer: whoever registers comes in all the same, and it is asked for later. */
    @Nullable
    JoinLink ifAnswered(WebinarAddress webinar, String registration) {
        try {
            return of(webinar, registration).orElse(null);
        } catch (ProviderTrouble later) {
            return null;
        }
    }

    private static Optional<JoinLink> link(JsonNode session) {
        try {
            return Optional.of(URI.create(session.path("joinWebUrl").asString("")))
                    .filter(uri -> uri.getHost() != null
                            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())))
                    .map(uri -> new JoinLink(uri, true));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
