package rollcall.provider.gotowebinar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import rollcall.provider.Page;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.WebinarProvider;

/**
 * GoTo Webinar v2. It says of each registrant whether they are in and how they join, but not why they were turned down;
 * it neither lets in nor turns down on our behalf; it has a report of who attended live, none of who stayed away, and
 * none of who watched a recording [G2-OAS].
 */
@Component
class GoToWebinar implements WebinarProvider {

    static final String KIND = "gotowebinar";
    static final String WEBHOOK_SECRET = "webhook-secret";

    /** How long after the end the report may lack people is not known [gap]; mostly it is there in minutes. */
    private static final Duration LAG = Duration.ofHours(1);

    private final ProviderKeys keys;
    private final Clock clock;
    private final Capabilities capabilities;
    private final int concurrency;
    private final Webinars webinars;
    private final Registrants registrants;
    private final Registering registering;
    private final Deciding deciding;
    private final AttendanceReport attendance;

    GoToWebinar(ProviderKeys keys, ProviderSettings settings, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        var lag = settings.service(KIND).attendanceDelay(LAG);
        this.capabilities = new Capabilities(false, true, true, false, false, lag);
        var place = Place.of(settings);
        this.concurrency = place.concurrency();
        var api = new GoToApi(keys, place, clock);
        this.webinars = new Webinars(api, clock);
        this.registrants = new Registrants(api);
        this.registering = new Registering(api, webinars, registrants, clock);
        this.deciding = new Deciding(api, webinars, registrants, clock);
        this.attendance = new AttendanceReport(api);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Capabilities capabilities(EventRef event) {
        return capabilities;
    }

    /** The refresh token and the organizer's key come of the {@link Consent}. */
    @Override
    public List<CredentialField> credentials() {
        return List.of(
                CredentialField.open(Held.CLIENT_ID),
                CredentialField.secret(Held.CLIENT_SECRET),
                new CredentialField(WEBHOOK_SECRET, true, false));
    }

    /** Nobody's where no secret for the address was typed. */
    @Override
    public Heard hear(long connectionId, Knock knock) {
        var secret = keys.of(connectionId).getOrDefault(WEBHOOK_SECRET, "");
        return secret.isBlank() ? new Heard.Nobody() : new GoToEvents(secret).hear(knock, clock.instant());
    }

    @Override
    public Optional<String> consentPath(long connectionId) {
        return Optional.of(ConsentController.path(connectionId));
    }

    @Override
    public void check(long connectionId) {
        webinars.check(connectionId);
    }

    @Override
    public Page<EventListing> events(long connectionId, Instant from, @Nullable String cursor) {
        return webinars.from(connectionId, from, cursor);
    }

    @Override
    public Set<PersonField> needs() {
        return EnumSet.of(PersonField.FIRST_NAME, PersonField.LAST_NAME);
    }

    @Override
    public List<AskedField> asks(EventRef event) {
        return registering.asks(event);
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
    public DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        return deciding.decide(event, registrant, decision);
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        return registrants.find(event, email);
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        return registrants.page(event, cursor);
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        return switch (kind) {
            case LIVE -> attendance.live(event, cursor);
            case ON_DEMAND -> new Page<>(List.of(), null, true);
        };
    }

    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        return registrants.find(event, registrant).map(Registrant::link);
    }
}
