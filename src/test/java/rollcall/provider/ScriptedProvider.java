package rollcall.provider;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rollcall.program.Program;

/**
 * A provider that answers as a test tells it, and else accepts everybody. Remembers what it was told, in order, and what
 * it would remember as a real one: who is registered.
 */
@Component
class ScriptedProvider implements WebinarProvider {

    private static final EventDetails SILENT = new EventDetails("", null, null, null, EventDetails.State.UNKNOWN);

    /** What to do instead of accepting, by address; used up in order. */
    final Map<String, Deque<Supplier<RegistrationOutcome>>> answers = new ConcurrentHashMap<>();

    final Map<String, Registrant> registered = new ConcurrentHashMap<>();
    final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Whether nothing that is read is answered. */
    volatile boolean down;

    /** Whether everybody who has no script is one too many. */
    volatile boolean fullFromNowOn;

    volatile EventDetails details = SILENT;
    volatile List<AskedField> asks = List.of();
    volatile boolean letsOnlyPeopleDecide;
    volatile boolean letsOnlyPeopleCancel;
    /** What every registration fails with, whatever the script says; null when they go through. */
    volatile @Nullable ProviderFailure outage;

    volatile int together = 1;
    volatile int sideBySide = 1;

    /** What to do with calls that register several, instead of taking each as if it came alone; used up in order. */
    final Deque<Function<List<RegistrationRequest>, List<RegistrationOutcome>>> batches = new ConcurrentLinkedDeque<>();

    void reset() {
        outage = null;
        together = 1;
        sideBySide = 1;
        batches.clear();
        down = false;
        fullFromNowOn = false;
        details = SILENT;
        asks = List.of();
        letsOnlyPeopleDecide = false;
        letsOnlyPeopleCancel = false;
        answers.clear();
        registered.clear();
        told.clear();
    }

    @Override
    public List<AskedField> asks(EventRef event) {
        return asks;
    }

    @SafeVarargs
    final void answer(String email, Supplier<RegistrationOutcome>... script) {
        answers.put(email, new ArrayDeque<>(List.of(script)));
    }

    static Supplier<RegistrationOutcome> failing(ProviderFailure failure) {
        return () -> new RegistrationOutcome.Failed(failure);
    }

    @Override
    public String kind() {
        return "scripted";
    }

    @Override
    public Capabilities capabilities(EventRef event) {
        return new Capabilities(!letsOnlyPeopleDecide, !letsOnlyPeopleCancel, true, false, true, Duration.ZERO);
    }

    @Override
    public Optional<EventRef> eventFor(Program program) {
        return Optional.of(new EventRef(kind(), "event-" + program.key()));
    }

    @Override
    public EventDetails describe(EventRef event) {
        if (down) {
            throw new ProviderTrouble(new ProviderFailure.Temporary("Down."));
        }
        return details;
    }

    @Override
    public RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        var email = request.person().email();
        tell("register " + email);
        var failure = outage;
        if (failure != null) {
            return new RegistrationOutcome.Failed(failure);
        }
        var script = answers.get(email);
        var next = script == null ? null : script.poll();
        if (next != null) {
            return next.get();
        }
        return fullFromNowOn
                ? new RegistrationOutcome.Failed(new ProviderFailure.Rejected(Refusal.CAPACITY_FULL, "Full."))
                : accept(request);
    }

    @Override
    public int together(EventRef event) {
        return together;
    }

    @Override
    public int sideBySide() {
        return sideBySide;
    }

    @Override
    public List<RegistrationOutcome> register(EventRef event, List<RegistrationRequest> requests) {
        tell("register " + requests.size() + " together");
        var next = batches.poll();
        return next == null ? WebinarProvider.super.register(event, requests) : next.apply(requests);
    }

    RegistrationOutcome accept(RegistrationRequest request) {
        return accept(request.memberId(), request.person().email());
    }

    RegistrationOutcome accept(long memberId, String email) {
        var before = registered.putIfAbsent(email, registrant(memberId, email));
        var now = registered.get(email);
        return new RegistrationOutcome.Accepted(now.ref(), now.link(), before != null);
    }

    private Registrant registrant(long memberId, String email) {
        var id = "R-" + memberId + "-" + told.size();
        return new Registrant(
                new RegistrantRef(id, email),
                memberId,
                "",
                Registrant.State.APPROVED,
                new JoinLink(URI.create("https://webinars.example.org/join/" + id), true),
                "",
                null);
    }

    @Override
    public DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        tell("%s %s".formatted(decision.name().toLowerCase(java.util.Locale.ROOT), registrant.registrantId()));
        if (decision == Decision.CANCEL) {
            registered
                    .values()
                    .removeIf(one -> registrant.registrantId() == null
                            ? one.ref().email().equals(registrant.email())
                            : registrant.registrantId().equals(one.ref().registrantId()));
        }
        return new DecisionOutcome.Done();
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        tell("find " + email);
        return Optional.ofNullable(registered.get(email));
    }

    private void tell(String what) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new AssertionError("A transaction is open while the provider is asked.");
        }
        told.add(what);
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        return new Page<>(List.copyOf(registered.values()), null, true);
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        return new Page<>(List.of(), null, true);
    }

    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        if (down) {
            throw new ProviderTrouble(new ProviderFailure.Temporary("Down."));
        }
        return registered.values().stream()
                .filter(one -> one.ref().equals(registrant))
                .map(Registrant::link)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
