package rollcall.provider.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import rollcall.provider.OwnWords;
import rollcall.provider.Page;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.WebinarProvider;

/** Zoom Webinars. The keys in brackets name the source of a fact; {@code docs/providers/zoom.md} lists them. */
@Component
class Zoom implements WebinarProvider {

    static final String KIND = "zoom";

    static final String ACCOUNT_ID = "account-id";
    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String WEBHOOK_SECRET = "webhook-secret";
    static final String HOSTS = "hosts";

    /** Calls a second: what the heaviest calls are limited to on the smallest plan [Z-SK]. */
    private static final int RATE = 10;

    private static final int CONCURRENCY = 4;

    /** Zoom does not say when its reports are whole [assumed]. */
    private static final Duration LAG = Duration.ofHours(1);

    /** Without these nothing works [Z-SK]. Those for questions and for recordings can be missing. */
    private static final Set<String> SCOPES = Set.of(
            "webinar:read:webinar:admin",
            "webinar:read:list_webinars:admin",
            "webinar:read:list_past_instances:admin",
            "webinar:read:list_registrants:admin",
            "webinar:read:registrant:admin",
            "webinar:write:registrant:admin",
            "webinar:write:batch_registrants:admin",
            "webinar:update:registrant_status:admin",
            "webinar:delete:registrant:admin",
            "webinar:read:list_absentees:admin",
            "report:read:list_webinar_participants:admin",
            "report:read:webinar:admin");

    private final ProviderKeys keys;
    private final Clock clock;
    private final Capabilities capabilities;
    private final int concurrency;
    private final ZoomTokens tokens;
    private final ZoomWebinars webinars;
    private final RegistrantBook book;
    private final Questions questions;
    private final Registering registering;
    private final Deciding deciding;
    private final LiveReport live;
    private final RecordingReport recording;
    private final Absentees absentees;

    Zoom(ProviderKeys keys, ProviderSettings settings, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        var service = settings.service(KIND);
        var rate = service.rate(RATE);
        this.concurrency = service.concurrency(CONCURRENCY);
        var lag = service.attendanceDelay(LAG);
        this.capabilities = new Capabilities(true, true, true, true, true, lag);
        this.tokens = new ZoomTokens(
                new ProviderClient(service.tokenUrl("https://zoom.us/oauth/token"), rate, concurrency), keys, clock);
        var api = new ZoomApi(
                new ProviderClient(service.baseUrl("https://api.zoom.us/v2"), rate, concurrency), tokens, clock);
        var runs = new Runs(api);
        this.webinars = new ZoomWebinars(api, runs);
        this.book = new RegistrantBook(api);
        this.questions = new Questions(api);
        this.registering = new Registering(api, webinars, questions, book);
        this.deciding = new Deciding(api, book);
        this.live = new LiveReport(api, webinars, runs, book);
        this.recording = new RecordingReport(api, webinars, runs);
        this.absentees = new Absentees(api, webinars, runs);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Capabilities capabilities(EventRef event) {
        return capabilities;
    }

    @Override
    public List<CredentialField> credentials() {
        return List.of(
                CredentialField.open(ACCOUNT_ID),
                CredentialField.open(CLIENT_ID),
                CredentialField.secret(CLIENT_SECRET),
                new CredentialField(WEBHOOK_SECRET, true, false),
                CredentialField.optional(HOSTS));
    }

    /** Asks for a new token, looks at what it allows where Zoom says that one by one, and reads each host's webinars. */
    @Override
    public void check(long connectionId) {
        var missing = new TreeSet<>(SCOPES);
        var allowed = tokens.scopes(connectionId);
        missing.removeAll(allowed);
        if (!missing.isEmpty() && allowed.stream().anyMatch(one -> one.split(":").length == 4)) {
            throw new ProviderTrouble(new Barred(OwnWords.SCOPES_MISSING.with(String.join(", ", missing))));
        }
        for (var host : hosts(connectionId)) {
            webinars.ofHost(connectionId, host, "");
        }
    }

    private String[] hosts(long connectionId) {
        return ZoomWebinars.hosts(keys.of(connectionId).getOrDefault(HOSTS, ""));
    }

    @Override
    public Page<EventListing> events(long connectionId, Instant from, @Nullable String cursor) {
        return webinars.list(connectionId, hosts(connectionId), from, cursor);
    }

    /** Nobody is heard as long as the connection has no secret to prove them with. */
    @Override
    public Heard hear(long connectionId, Knock knock) {
        var secret = keys.of(connectionId).getOrDefault(WEBHOOK_SECRET, "");
        return secret.isEmpty() ? new Heard.Nobody() : new ZoomEvents(secret).hear(knock, clock.instant());
    }

    @Override
    public Set<PersonField> needs() {
        return EnumSet.of(PersonField.FIRST_NAME);
    }

    @Override
    public List<AskedField> asks(EventRef event) {
        return questions.asked(event);
    }

    @Override
    public EventDetails describe(EventRef event) {
        return webinars.describe(event);
    }

    @Override
    public RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        return registering.register(event, request);
    }

    @Override
    public int sideBySide() {
        return concurrency;
    }

    @Override
    public int together(EventRef event) {
        return registering.together(event);
    }

    @Override
    public List<RegistrationOutcome> register(EventRef event, List<RegistrationRequest> requests) {
        return registering.register(event, requests);
    }

    @Override
    public DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        return deciding.decide(event, registrant, decision);
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        return book.find(event, email);
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        return book.page(event, cursor);
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        return switch (kind) {
            case LIVE -> live.page(event, cursor);
            case ON_DEMAND -> recording.page(event, cursor);
        };
    }

    @Override
    public Page<Registrant> noShows(EventRef event, @Nullable String cursor) {
        return absentees.page(event, cursor);
    }

    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        return book.link(event, registrant);
    }
}
