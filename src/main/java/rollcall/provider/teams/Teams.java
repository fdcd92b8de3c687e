package rollcall.provider.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import rollcall.person.PersonField;
import rollcall.provider.AskedField;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Capabilities;
import rollcall.provider.CredentialField;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.EventDetails;
import rollcall.provider.EventListing;
import rollcall.provider.EventRef;
import rollcall.provider.Heard;
import rollcall.provider.JoinLink;
import rollcall.provider.Knock;
import rollcall.provider.Page;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Subscribing;
import rollcall.provider.WebinarProvider;

/**
 * Webinars of Microsoft Teams, through Graph with application permissions. Teams has a waitlist and an approval of its own,
 * which only its organizers decide (MS-REG); it tells neither who watched the recording nor who did not come.
 */
@Component
class Teams implements WebinarProvider {

    static final String KIND = "teams";
    static final String CLIENT_STATE = "client-state";

    private static final String GRAPH = "https://graph.microsoft.com/v1.0";
    private static final String SIGN_IN = "https://login.microsoftonline.com";

    /** No figure is known for these calls (MS-THR) [assumed]. */
    private static final int RATE = 10;

    private static final int CONCURRENCY = 4;

    /** How late a report may be is not documented [assumed]. */
    private static final Duration REPORT_DELAY = Duration.ofMinutes(30);

    private final ProviderKeys keys;
    private final Graph graph;
    private final Questions questions;
    private final Registrations registrations;
    private final Registering registering;
    private final JoinLinks links;
    private final ChangeSubscriptions subscriptions;
    private final Walks<Registration> people = new Walks<>();
    private final Walks<AttendanceRecord> attendees = new Walks<>();
    private final Walks<TeamsWebinar> webinars = new Walks<>();
    private final int concurrency;
    private final Duration reportDelay;
    private final Clock clock;

    @Autowired
    Teams(ProviderKeys keys, ProviderSettings settings, TeamsSettings own, Clock clock) {
        this(keys, settings, own, clock, Pause::asleep);
    }

    Teams(ProviderKeys keys, ProviderSettings settings, TeamsSettings own, Clock clock, Pause pause) {
        this.keys = keys;
        var service = settings.service(KIND);
        var refusals = new Refusals(clock);
        var signIn = new SignIn(keys, service.tokenUrl(SIGN_IN), refusals, clock);
        this.concurrency = service.concurrency(CONCURRENCY);
        this.graph = new Graph(service.baseUrl(GRAPH), service.rate(RATE), concurrency, signIn, refusals);
        this.questions = new Questions(graph, clock);
        this.registrations = new Registrations(graph, new WebinarZones(graph, clock), questions, refusals);
        this.links = new JoinLinks(graph);
        this.registering = new Registering(registrations, links, pause);
        this.subscriptions = new ChangeSubscriptions(graph, keys, refusals, own, clock);
        this.reportDelay = service.attendanceDelay(REPORT_DELAY);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Capabilities capabilities(EventRef event) {
        return new Capabilities(false, true, true, false, false, reportDelay);
    }

    @Override
    public List<CredentialField> credentials() {
        return List.of(
                CredentialField.open(SignIn.TENANT),
                CredentialField.open(SignIn.CLIENT),
                CredentialField.secret(SignIn.SECRET),
                new CredentialField(CLIENT_STATE, true, false));
    }

    /** Nobody's where no client state was typed. */
    @Override
    public Heard hear(long connectionId, Knock knock) {
        var state = keys.of(connectionId).getOrDefault(CLIENT_STATE, "");
        return state.isBlank() ? new Heard.Nobody() : new Notifications(state).hear(knock, clock.instant());
    }

    @Override
    public Optional<Subscribing> subscribing() {
        return Optional.of(subscriptions);
    }

    /** Its time zone and language are asked for as well (MS-POST); whoever has not said theirs gets the webinar's, and English. */
    @Override
    public Set<PersonField> needs() {
        return EnumSet.of(PersonField.FIRST_NAME, PersonField.LAST_NAME);
    }

    @Override
    public List<AskedField> asks(EventRef event) {
        return questions.asked(WebinarAddress.of(event));
    }

    /** The list names only webinars of organizers whom the application access policy covers, so it may be empty. */
    @Override
    public void check(long connectionId) {
        var some = all(connectionId).step().stream().findFirst();
        some.ifPresent(one -> registrations
                .all(WebinarAddress.of(new EventRef(KIND, one.id(), connectionId)))
                .step());
    }

    @Override
    public Page<EventListing> events(long connectionId, Instant from, @Nullable String cursor) {
        var page = webinars.page(Long.toString(connectionId), cursor, () -> all(connectionId));
        var coming = page.items().stream()
                .filter(one -> !one.canceled())
                .filter(one -> one.startsAt() == null || !one.startsAt().isBefore(from))
                .map(TeamsWebinar::listing)
                .toList();
        return new Page<>(coming, page.next(), page.complete());
    }

    private Walk<TeamsWebinar> all(long connectionId) {
        return new GraphList<>(graph, connectionId, WebinarAddress.ALL, node -> Optional.of(TeamsWebinar.of(node)));
    }

    @Override
    public EventDetails describe(EventRef event) {
        var webinar = WebinarAddress.of(event);
        var found = TeamsWebinar.of(graph.read(webinar.connection(), webinar.path()));
        return found.details(capacity(webinar), clock.instant());
    }

    /** It is in v1.0 by MS-SDK, but not on the documentation's pages; so it may as well be missing. */
    private @Nullable Integer capacity(WebinarAddress webinar) {
        var reply = graph.get(webinar.connection(), webinar.configuration());
        var capacity = reply.status() == 200 ? reply.json().path("capacity").asInt(0) : 0;
        return capacity > 0 ? capacity : null;
    }

    @Override
    public RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        try {
            return registering.register(WebinarAddress.of(event), request);
        } catch (ProviderTrouble trouble) {
            return new RegistrationOutcome.Failed(trouble.failure());
        }
    }

    @Override
    public int sideBySide() {
        return concurrency;
    }

    @Override
    public DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        if (decision != Decision.CANCEL) {
            return new DecisionOutcome.NotSupported();
        }
        try {
            return registering.cancel(WebinarAddress.of(event), registrant);
        } catch (ProviderTrouble trouble) {
            return new DecisionOutcome.Failed(trouble.failure());
        }
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        var webinar = WebinarAddress.of(event);
        return registrations.find(webinar, email).map(found -> {
            var link = found.state() == State.APPROVED ? links.ifAnswered(webinar, found.id()) : null;
            return found.asRegistrant(link);
        });
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        var webinar = WebinarAddress.of(event);
        var page = people.page(whose(webinar), cursor, () -> registrations.all(webinar));
        return new Page<>(
                page.items().stream().map(one -> one.asRegistrant(null)).toList(), page.next(), page.complete());
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        if (kind == AttendanceKind.ON_DEMAND) {
            return new Page<>(List.of(), null, true);
        }
        var webinar = WebinarAddress.of(event);
        return attendees.page(whose(webinar), cursor, () -> new Attendance(graph, webinar, clock.instant()));
    }

    private static String whose(WebinarAddress webinar) {
        return webinar.connection() + webinar.path();
    }

    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        var webinar = WebinarAddress.of(event);
        var id = Optional.ofNullable(registrant.registrantId())
                .or(() -> registrations
                        .find(webinar, registrant.email())
                        .filter(found -> found.state() == State.APPROVED)
                        .map(Registration::id));
        return id.flatMap(known -> links.of(webinar, known));
    }
}
