package rollcall.provider;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Indoors;
import rollcall.program.Program;

/** The door to where programs' webinars are held. A program that is not known here has no provider. */
@Service
public class Webinars implements Indoors {

    private final WebinarRows rows;
    private final Map<String, WebinarProvider> providers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Webinars(WebinarRows rows, List<WebinarProvider> providers, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.providers = providers.stream().collect(Collectors.toMap(WebinarProvider::kind, Function.identity()));
        this.events = events;
        this.clock = clock;
    }

    /** Where that program's webinar is held; nothing when it has no provider. */
    public Optional<Webinar> of(long programId) {
        return rows.find(programId);
    }

    /** What can be done with that webinar where it is held. */
    Capabilities capabilitiesOf(Webinar webinar) {
        return providerOf(webinar).capabilities(webinar.event());
    }

    public WebinarProvider providerOf(Webinar webinar) {
        return provider(webinar.event().kind());
    }

    /** @throws IllegalArgumentException when there is no such provider */
    WebinarProvider provider(String kind) {
        var provider = providers.get(kind);
        if (provider == null) {
            throw new IllegalArgumentException("There is no provider of the kind " + kind + ".");
        }
        return provider;
    }

    /** How providers of that kind are asked to tell by themselves; nothing where they are not, or there are none any more. */
    Optional<Subscribing> subscribing(String kind) {
        return Optional.ofNullable(providers.get(kind)).flatMap(WebinarProvider::subscribing);
    }

    /** Everything a program may choose, by kind. */
    Collection<WebinarProvider> providers() {
        return providers.values().stream()
                .sorted(Comparator.comparing(WebinarProvider::kind))
                .toList();
    }

    /** Whether that program's webinar is only played on this machine. */
    public boolean simulated(long programId) {
        return of(programId).map(webinar -> providerOf(webinar).simulated()).orElse(false);
    }

    /** A simulated webinar takes place nowhere: its people may be made up, and their addresses somebody else's. */
    @Override
    public boolean staysIndoors(long programId) {
        return simulated(programId);
    }

    /**
     * Has the program's webinar held at that provider, with the event that the provider makes for it. The caller has
     * made sure that somebody may do that. The choice that is there already stays.
     *
     * @throws IllegalArgumentException when there is no such provider, or none that makes events by itself
     */
    @Transactional
    public Webinar choose(Program program, String kind) {
        return choose(program, kind, false);
    }

    /** @param cancels whether whoever is registered at a provider that is left is to be cancelled there */
    @Transactional
    Webinar choose(Program program, String kind, boolean cancels) {
        var already = of(program.key()).filter(one -> one.event().kind().equals(kind));
        return already.orElseGet(() -> chosen(program, kind, cancels));
    }

    private Webinar chosen(Program program, String kind, boolean cancels) {
        var event = provider(kind)
                .eventFor(program)
                .orElseThrow(() -> new IllegalArgumentException(kind + " makes no events by itself."));
        return chosen(program, event, cancels);
    }

    /**
     * Has the program's webinar held as that event, which is there at the provider. The choice that is there already stays.
     *
     * @param cancels whether whoever is registered at a provider that is left is to be cancelled there
     */
    @Transactional
    public Webinar choose(Program program, EventRef event, boolean cancels) {
        var already = of(program.key()).filter(one -> one.event().equals(event));
        return already.orElseGet(() -> chosen(program, event, cancels));
    }

    private Webinar chosen(Program program, EventRef event, boolean cancels) {
        leave(program, cancels);
        rows.insert(program.key(), event, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var webinar = of(program.key()).orElseThrow();
        events.publishEvent(new WebinarChosen(webinar));
        return webinar;
    }

    /** The program has no provider any more: its address is typed by hand, and registrations are accepted at once. */
    @Transactional
    public void leave(Program program) {
        leave(program, false);
    }

    /** @param cancels whether whoever is registered there is to be cancelled there */
    @Transactional
    void leave(Program program, boolean cancels) {
        of(program.key()).ifPresent(webinar -> {
            rows.delete(program.key());
            events.publishEvent(new WebinarLeft(program.key(), webinar.event(), cancels));
        });
    }
}
