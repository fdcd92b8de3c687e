package rollcall.provider.teams;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;
import rollcall.person.PersonDetails;
import rollcall.provider.ProviderFailure;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Reply;

/** Reads and writes the registrations of webinars. */
final class Registrations {

    private final Graph graph;
    private final WebinarZones zones;
    private final Questions questions;
    private final Refusals refusals;

    Registrations(Graph graph, WebinarZones zones, Questions questions, Refusals refusals) {
        this.graph = graph;
        this.zones = zones;
        this.questions = questions;
        this.refusals = refusals;
    }

    Walk<Registration> all(WebinarAddress webinar) {
        return list(webinar, webinar.registrations(), one -> true);
    }

    /**
     * The registration of that address which counts. Asked by {@code $filter} (MS-LIST); as other pages of the same
     * documentation know of none, what comes is looked at all the same.
     */
    Optional<Registration> find(WebinarAddress webinar, String email) {
        return last(list(webinar, webinar.registrationsOf(email), one -> one.of(email)));
    }

    /** As {@link #find}, in case that the filter tells upper and lower case apart; looks at everybody. */
    Optional<Registration> search(WebinarAddress webinar, String email) {
        var found = find(webinar, email);
        return found.isPresent() ? found : last(list(webinar, webinar.registrations(), one -> one.of(email)));
    }

    private Walk<Registration> list(WebinarAddress webinar, String path, Predicate<Registration> wanted) {
        return new GraphList<>(
                graph,
                webinar.connection(),
                path,
                node -> Optional.of(Registration.of(node)).filter(wanted));
    }

    private static Optional<Registration> last(Walk<Registration> some) {
        return some.rest().stream().max(Registration.COUNTS);
    }

    /** MS-POST: what is required of somebody without an account, and our mark. */
    Reply add(WebinarAddress webinar, RegistrationRequest request) {
        var person = request.person();
        var body = new LinkedHashMap<String, Object>();
        body.put("firstName", person.firstName());
        body.put("lastName", person.lastName());
        body.put("email", person.email());
        body.put("preferredTimezone", zone(webinar, person));
        body.put("preferredLanguage", Languages.preferred(person.language()));
        body.put("externalRegistrationInformation", Registration.mark(request.memberId()));
        var answers = Refusals.nothingDone(() -> questions.answered(webinar, request));
        if (!answers.isEmpty()) {
            body.put("registrationQuestionAnswers", answers);
        }
        return graph.post(webinar.connection(), webinar.registrations(), body);
    }

    private String zone(WebinarAddress webinar, PersonDetails person) {
        return WindowsZones.nameOf(person.zone()).orElseGet(() -> zones.of(webinar));
    }

    /** MS-CAN. */
    Reply cancel(WebinarAddress webinar, String id) {
        return graph.post(webinar.connection(), webinar.registration(id) + "/cancel", null);
    }

    /** Whether it is known there, and cancelled. */
    boolean canceled(WebinarAddress webinar, String id) {
        var reply = graph.get(webinar.connection(), webinar.registration(id));
        return reply.status() == 200 && Registration.of(reply.json()).canceled();
    }

    /** Why something was refused: by the webinar, when it can be read; else we are not let in at all (sheet, section 9). */
    ProviderFailure why(WebinarAddress webinar, Reply reply) {
        if (reply.status() != 403) {
            return refusals.ofRegistering(reply);
        }
        var read = graph.get(webinar.connection(), webinar.path());
        return read.status() == 200 ? refusals.ofReadable(reply, TeamsWebinar.of(read.json())) : refusals.of(reply);
    }
}
