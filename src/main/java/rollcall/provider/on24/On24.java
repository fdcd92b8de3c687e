package rollcall.provider.on24;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import rollcall.provider.JoinLink;
import rollcall.provider.Page;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.WebinarProvider;

/** Webinars at ON24. How each thing is asked for stands in the classes that ask; {@code docs/providers/on24.md} sums it up. */
@Component
class On24 implements WebinarProvider {

    static final String KIND = "on24";

    static final String CLIENT_ID = "client-id";
    static final String TOKEN_KEY = "access-token-key";
    static final String TOKEN_SECRET = "access-token-secret";
    static final String REGION = "region";

    /** Live attendance is there 30 min to 2 h after the end (ON24-NOTE). */
    private static final Duration ATTENDANCE_DELAY = Duration.ofHours(2);

    /** How many stand on a page of a report. */
    static final int PAGE = 1_000;

    private final Events events;
    private final Registering registering;
    private final Decisions decisions;
    private final Registrants registrants;
    private final Attendance attendance;
    private final Capabilities capabilities;
    private final int concurrency;
    private final Clock clock;

    On24(ProviderKeys keys, ProviderSettings settings, On24Settings own, Clock clock) {
        var client = new On24Client(keys, settings, own, clock);
        var lists = new Lists(client, new Reports(clock, PAGE), own.longestReport());
        this.events = new Events(client, clock);
        this.registering = new Registering(client, own, clock);
        this.decisions = new Decisions(client, own, events, clock);
        this.registrants = new Registrants(lists, own);
        this.attendance = new Attendance(lists);
        this.concurrency = settings.service(KIND).concurrency(On24Client.CONCURRENCY);
        this.capabilities = capabilities(own, settings.service(KIND).attendanceDelay(ATTENDANCE_DELAY));
        this.clock = clock;
    }

    private static Capabilities capabilities(On24Settings own, Duration delay) {
        return new Capabilities(own.deniesByBlocking(), true, false, true, true, delay);
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
                CredentialField.open(CLIENT_ID),
                CredentialField.secret(TOKEN_KEY),
                CredentialField.secret(TOKEN_SECRET),
                CredentialField.optional(REGION));
    }

    @Override
    public void check(long connectionId) {
        events.check(connectionId);
    }

    @Override
    public Page<EventListing> events(long connectionId, Instant from, @Nullable String cursor) {
        return events.list(connectionId, from, cursor);
    }

    /** What a registration page asks for, unless it was changed (MK-ON24). */
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
        return events.read(event).details(clock.instant());
    }

    @Override
    public RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        try {
            return registering.register(event, request);
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
        try {
            return decisions.decide(event, registrant, decision);
        } catch (ProviderTrouble trouble) {
            return new DecisionOutcome.Failed(trouble.failure());
        }
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        return registering.find(event, email).map(registrants::of);
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        return registrants.all(event, cursor);
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        var ready = ready(event, cursor);
        var page = attendance.page(event, kind, cursor);
        return new Page<>(page.items(), page.next(), page.complete() && ready);
    }

    /** Before attendance is there, everybody would be said not to have come. */
    @Override
    public Page<Registrant> noShows(EventRef event, @Nullable String cursor) {
        return ready(event, cursor) ? registrants.noShows(event, cursor) : new Page<>(List.of(), null, false);
    }

    /** Whether ON24 has had time to prepare its reports. Where it says no end, whoever knows one counts from there. */
    private boolean ready(EventRef event, @Nullable String cursor) {
        Supplier<EventFacts> facts = () -> cursor == null ? events.read(event) : events.of(event);
        var end = facts.get().end();
        return end == null || !clock.instant().isBefore(end.plus(capabilities.attendanceLag()));
    }

    /** Nobody has one of their own; the event's is everybody's. */
    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        return events.door(event);
    }
}
