package rollcall.provider.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.person.EmailAddress;
import rollcall.person.PersonField;
import rollcall.program.Program;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Capabilities;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.EventDetails;
import rollcall.provider.EventRef;
import rollcall.provider.JoinLink;
import rollcall.provider.OwnWords;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.WebinarProvider;

/**
 * The provider whose webinars take place nowhere. It does all that a provider does, and all that one does wrong when it is
 * asked to: by the settings of a webinar, or by a {@link Tag} in an e-mail address.
 */
@Component
class Simulator implements WebinarProvider {

    static final String KIND = "simulator";

    static final Rejected NO_SUCH_WEBINAR = new Rejected(Refusal.EVENT_NOT_FOUND, "There is no such webinar.");

    /** How many stand on a page of a report. */
    static final int PAGE = 500;

    private static final Duration SLOW = Duration.ofSeconds(8);
    private static final Unclear NO_ANSWER = new Unclear(OwnWords.NO_ANSWER.words());

    private final SimulatedWebinars webinars;
    private final SimulatedRegistrants registrants;
    private final SimulatedAttendance attendance;
    private final Reception reception;
    private final Foundation foundation;
    private final Sleeper sleeper;
    private final Clock clock;

    Simulator(
            SimulatedWebinars webinars,
            SimulatedRegistrants registrants,
            SimulatedAttendance attendance,
            Reception reception,
            Foundation foundation,
            Sleeper sleeper,
            Clock clock) {
        this.webinars = webinars;
        this.registrants = registrants;
        this.attendance = attendance;
        this.reception = reception;
        this.foundation = foundation;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean simulated() {
        return true;
    }

    /** The lag is a setting of each webinar, so its report says itself whether it is complete. */
    @Override
    public Capabilities capabilities(EventRef event) {
        var settings = webinars.find(number(event.externalId())).map(SimulatedWebinar::settings);
        var decides = settings.map(one -> !one.cannotDecide()).orElse(true);
        var cancels = settings.map(one -> !one.cannotCancel()).orElse(true);
        return new Capabilities(decides, cancels, true, true, true, Duration.ZERO);
    }

    @Override
    public Set<PersonField> needs() {
        return EnumSet.of(PersonField.FIRST_NAME, PersonField.LAST_NAME);
    }

    @Override
    public Optional<EventRef> eventFor(Program program) {
        return Optional.of(foundation.of(program).event());
    }

    @Override
    public EventDetails describe(EventRef event) {
        return reached(event).details();
    }

    @Override
    public RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        try {
            var webinar = reached(event);
            var tags = Tag.of(request.person().email());
            if (tags.contains(Tag.LOST)) {
                return new Failed(NO_ANSWER);
            }
            var outcome = reception.register(webinar.id(), request);
            if (tags.contains(Tag.SLOW) && !(outcome instanceof Failed) && !known(outcome)) {
                sleeper.sleep(SLOW);
            }
            return tags.contains(Tag.TIMEOUT) && outcome instanceof Accepted && !known(outcome)
                    ? new Failed(NO_ANSWER)
                    : outcome;
        } catch (ProviderTrouble trouble) {
            return new Failed(trouble.failure());
        }
    }

    private static boolean known(RegistrationOutcome outcome) {
        return outcome instanceof Accepted accepted && accepted.duplicate();
    }

    @Override
    public DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        try {
            var webinar = reached(event);
            if (!can(webinar.settings(), decision)) {
                return new DecisionOutcome.NotSupported();
            }
            var words = decision == Decision.DENY ? "The organizer turned this registration down." : "";
            return reception.decide(webinar.id(), registrant, decision, words);
        } catch (ProviderTrouble trouble) {
            return new DecisionOutcome.Failed(trouble.failure());
        }
    }

    private static boolean can(Settings settings, Decision decision) {
        return switch (decision) {
            case APPROVE, DENY -> !settings.cannotDecide();
            case CANCEL -> !settings.cannotCancel();
        };
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        var webinar = reached(event);
        return EmailAddress.parse(email)
                .flatMap(address -> registrants.byKey(webinar.id(), address.key()))
                .map(SimulatedRegistrant::asRegistrant);
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        var webinar = reached(event);
        var some = registrants.after(webinar.id(), number(cursor), PAGE + 1);
        return page(some, SimulatedRegistrant::nth, SimulatedRegistrant::asRegistrant, true);
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        var webinar = reached(event);
        var now = clock.instant();
        var some = webinar.ended()
                ? attendance.after(webinar.id(), kind, number(cursor), PAGE + 1)
                : List.<SeenPerson>of();
        return page(some, SeenPerson::id, one -> one.asRecord(webinar, now), webinar.reportComplete(now));
    }

    @Override
    public Page<Registrant> noShows(EventRef event, @Nullable String cursor) {
        var webinar = reached(event);
        var some = webinar.ended()
                ? registrants.absentAfter(webinar.id(), number(cursor), PAGE + 1)
                : List.<SimulatedRegistrant>of();
        return page(
                some,
                SimulatedRegistrant::nth,
                SimulatedRegistrant::asRegistrant,
                webinar.reportComplete(clock.instant()));
    }

    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        var webinar = reached(event);
        return registrants.find(webinar.id(), registrant).flatMap(SimulatedRegistrant::link);
    }

    /** The webinar, after as long as its answers take. */
    private SimulatedWebinar reached(EventRef event) {
        var webinar = webinars.find(number(event.externalId())).orElseThrow(() -> new ProviderTrouble(NO_SUCH_WEBINAR));
        if (webinar.settings().latency().isPositive()) {
            sleeper.sleep(webinar.settings().latency());
        }
        if (webinar.settings().down()) {
            throw new ProviderTrouble(new Temporary("The simulated service is switched off."));
        }
        return webinar;
    }

    /** What ids and cursors are made of; 0, which is none, for anything else. */
    private static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** @param some one more than fit, when there are more */
    private static <S, T> Page<T> page(List<S> some, ToLongFunction<S> key, Function<S, T> shown, boolean complete) {
        var more = some.size() > PAGE;
        var here = more ? some.subList(0, PAGE) : some;
        var next = more ? String.valueOf(key.applyAsLong(here.getLast())) : null;
        return new Page<>(here.stream().map(shown).toList(), next, !more && complete);
    }
}
