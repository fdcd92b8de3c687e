package rollcall.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import rollcall.program.Program;

/** A provider that reports what a test tells it to, for each event on its own. */
@Component
class ScriptedReport implements WebinarProvider {

    static final String KIND = "scripted-report";
    static final Duration LAG = Duration.ofMinutes(30);

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    /** Whether it says itself who did not come. */
    volatile boolean noShowList;

    static final class Script {
        EventDetails.State state = EventDetails.State.ENDED;

        @Nullable
        Instant startsAt;

        @Nullable
        Instant endsAt;

        final List<Registrant> registrants = new ArrayList<>();
        final List<AttendanceRecord> live = new ArrayList<>();
        final List<AttendanceRecord> onDemand = new ArrayList<>();
        final List<Registrant> noShows = new ArrayList<>();

        /** So many who were there live, in place of {@link #live}, each made when their page is read. */
        int many;

        IntFunction<AttendanceRecord> nth = n -> live.get(n);
        boolean complete = true;
        int pageSize = 1_000;
        /** What the next calls fail with, before any answers. */
        final Deque<ProviderFailure> failures = new ArrayDeque<>();
        /** The call that fails, by its name and cursor; all when null. */
        @Nullable
        String failsAt;

        final List<String> calls = new ArrayList<>();
        boolean endless;
        /** Nothing is answered before it is open; null for at once. */
        volatile @Nullable CountDownLatch gate;

        private void await() {
            var closed = gate;
            try {
                if (closed != null && !closed.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody opened the gate.");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Script of(Program program) {
        return of(event(program));
    }

    private Script of(EventRef event) {
        return scripts.computeIfAbsent(event.externalId(), id -> new Script());
    }

    static EventRef event(Program program) {
        return new EventRef(KIND, "event-" + program.key());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Capabilities capabilities(EventRef event) {
        return new Capabilities(true, true, true, noShowList, true, LAG);
    }

    @Override
    public Optional<EventRef> eventFor(Program program) {
        return Optional.of(event(program));
    }

    @Override
    public EventDetails describe(EventRef event) {
        var script = called(event, "describe");
        return new EventDetails("Event", script.startsAt, script.endsAt, null, script.state);
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        return page(called(event, "registrants", cursor), of(event).registrants, cursor);
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        var script = called(event, kind == AttendanceKind.LIVE ? "live" : "on-demand", cursor);
        if (kind == AttendanceKind.LIVE && script.many > 0) {
            return made(script, cursor == null ? 0 : Integer.parseInt(cursor));
        }
        return page(script, kind == AttendanceKind.LIVE ? script.live : script.onDemand, cursor);
    }

    @Override
    public Page<Registrant> noShows(EventRef event, @Nullable String cursor) {
        return page(called(event, "no-shows", cursor), of(event).noShows, cursor);
    }

    private static Page<AttendanceRecord> made(Script script, int from) {
        int to = Math.min(script.many, from + script.pageSize);
        var some = IntStream.range(from, to).mapToObj(script.nth).toList();
        return new Page<>(some, to < script.many ? Integer.toString(to) : null, to == script.many);
    }

    private static <T> Page<T> page(Script script, List<T> all, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + script.pageSize);
        var next = script.endless ? "0" : to < all.size() ? Integer.toString(to) : null;
        return new Page<>(List.copyOf(all.subList(from, to)), next, next == null && script.complete);
    }

    private Script called(EventRef event, String what, @Nullable String cursor) {
        return called(event, cursor == null ? what : what + " " + cursor);
    }

    private Script called(EventRef event, String what) {
        var script = of(event);
        script.await();
        var open = TransactionSynchronizationManager.isActualTransactionActive();
        script.calls.add(open ? what + " in a transaction" : what);
        if ((script.failsAt == null || script.failsAt.equals(what)) && !script.failures.isEmpty()) {
            throw new ProviderTrouble(script.failures.pop());
        }
        return script;
    }

    @Override
    public RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        var ref = new RegistrantRef("r-" + request.memberId(), request.person().email());
        return new RegistrationOutcome.Accepted(ref, null, false);
    }

    @Override
    public DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        throw new UnsupportedOperationException("Nobody is decided on here.");
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        return Optional.empty();
    }

    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        return Optional.empty();
    }
}
