package rollcall.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Program;
import rollcall.program.ProgramChanged;
import rollcall.program.Programs;

/**
 * What providers say of programs' events: asked at once when something may have changed, else each hour until it is over;
 * never while somebody waits for a page.
 */
@Component
class ToldEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ToldEvents.class);

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(10);

    /** For how long what was told is believed when the provider refuses somebody as one too many. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** How long after the planned end an event is still asked about that does not say that it is over. */
    private static final Duration GIVE_UP = Duration.ofDays(30);

    private final ToldEventRows rows;
    private final Webinars webinars;
    private final Programs programs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ToldEvents(
            ToldEventRows rows, Webinars webinars, Programs programs, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.webinars = webinars;
        this.programs = programs;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing when the program has no provider. */
    Optional<ToldEvent> of(long programId) {
        return rows.find(programId);
    }

    @EventListener
    void on(WebinarChosen chosen) {
        var program = chosen.webinar().programId();
        rows.insert(program, now());
        events.publishEvent(new EventAsked(program));
    }

    @EventListener
    void on(ProgramChanged changed) {
        askNow(List.of(changed.after().key()));
    }

    @EventListener
    void on(EventChanged changed) {
        askNow(rows.programsOf(changed.event()));
    }

    @EventListener
    void on(WebinarBegan begun) {
        askNow(rows.programsOf(begun.event()));
    }

    @EventListener
    void on(WebinarEnded ended) {
        askNow(rows.programsOf(ended.event()));
    }

    /** Many are refused at once; it is asked about once. */
    @EventListener
    void on(EventFull full) {
        for (var program : rows.programsOf(full.event())) {
            if (rows.dueIfOlder(program, now(), now().minus(FRESH)) > 0) {
                events.publishEvent(new EventAsked(program));
            }
        }
    }

    /** How many seats there are at the provider, when the program lets in more and may have as many; null otherwise. */
    @Nullable
    Integer capacityToTakeOver(Program program) {
        return of(program.key()).map(told -> told.capacityToTakeOver(program)).orElse(null);
    }

    /** Has the provider asked as soon as somebody is free. */
    @Transactional
    void askNow(long programId) {
        askNow(List.of(programId));
    }

    private void askNow(Collection<Long> programIds) {
        for (var program : programIds) {
            if (rows.due(program, now()) > 0) {
                events.publishEvent(new EventAsked(program));
            }
        }
    }

    /** Asks the provider, outside of any transaction. */
    void ask(long programId) {
        var before = rows.find(programId).filter(one -> one.asking(now()));
        var webinar = webinars.of(programId);
        if (before.isEmpty() || webinar.isEmpty()) {
            return;
        }
        var seen = before.get().dueAt();
        try {
            var details =
                    webinars.providerOf(webinar.get()).describe(webinar.get().event());
            var asked = asked(webinar.get());
            rows.told(webinar.get(), details, now(), seen, next(programs.get(programId), details));
            asked.ifPresent(fields -> rows.asks(webinar.get(), fields));
        } catch (ProviderTrouble trouble) {
            rows.troubled(webinar.get(), trouble.failure(), seen, again(trouble.failure()));
        } catch (RuntimeException broken) {
            LOG.warn(
                    "The event of program {} was not told: {}",
                    programId,
                    broken.getClass().getSimpleName());
            rows.troubled(webinar.get(), new ProviderFailure.Unclear(""), seen, now().plus(SOON));
        }
    }

    /** Nothing when it cannot be read now: what was told before stays. */
    private Optional<List<AskedField>> asked(Webinar webinar) {
        try {
            return Optional.of(webinars.providerOf(webinar).asks(webinar.event()));
        } catch (ProviderTrouble trouble) {
            return Optional.empty();
        }
    }

    /** A refresh was told of it as well. */
    void told(Program program, EventRef event, EventDetails details) {
        webinars.of(program.key()).filter(one -> one.event().equals(event)).ifPresent(webinar -> {
            var seen = rows.find(program.key()).map(ToldEvent::dueAt).orElse(null);
            rows.told(webinar, details, now(), seen, next(program, details));
        });
    }

    private @Nullable Instant next(Program program, EventDetails details) {
        var over = details.state() == EventDetails.State.ENDED || details.state() == EventDetails.State.CANCELLED;
        var givenUp = program.archived() || now().isAfter(program.endsAt().plus(GIVE_UP));
        return over || givenUp ? null : now().plus(EVERY);
    }

    private Instant again(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.Throttled busy
            when busy.retryAt().isAfter(now().plus(SOON)) -> busy.retryAt().truncatedTo(ChronoUnit.MICROS);
            case ProviderFailure.Throttled busy -> now().plus(SOON);
            case ProviderFailure.Temporary down -> now().plus(SOON);
            case ProviderFailure.Unclear silence -> now().plus(SOON);
            case ProviderFailure.Rejected refused -> now().plus(EVERY);
            case ProviderFailure.Barred barred -> now().plus(EVERY);
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
