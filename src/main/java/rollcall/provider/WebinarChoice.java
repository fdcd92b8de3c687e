package rollcall.provider;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;

/** What a manager says about where a program's webinar is held. */
@Service
class WebinarChoice {

    private final Programs programs;
    private final Webinars webinars;
    private final WebinarRows rows;
    private final Connections connections;
    private final ApplicationEventPublisher events;

    WebinarChoice(
            Programs programs,
            Webinars webinars,
            WebinarRows rows,
            Connections connections,
            ApplicationEventPublisher events) {
        this.programs = programs;
        this.webinars = webinars;
        this.rows = rows;
        this.connections = connections;
        this.events = events;
    }

    /**
     * @param cancels whether whoever is registered at a provider that is left is to be cancelled there
     * @throws ResponseStatusException 422 when there is no such provider or connection
     */
    @Transactional
    void make(
            Actor who,
            long programId,
            Place place,
            boolean leavesWhenCancelled,
            boolean refreshesItself,
            boolean cancels) {
        var program = programs.require(who, programId, Act.MANAGE);
        if (!place.holds(webinars.of(programId).orElse(null))) {
            events.publishEvent(new AuditApplicationEvent(
                    who.key(), "PROVIDER_CHOSEN", Map.of("program", programId, "provider", place.kind())));
        }
        if (place.kind().isEmpty()) {
            webinars.leave(program, cancels);
            return;
        }
        if (!possible(place, webinars.of(programId).orElse(null))) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (place.connectionId() == null) {
            webinars.choose(program, place.kind(), cancels);
        } else {
            webinars.choose(program, place.asRef(), cancels);
        }
        rows.set(programId, leavesWhenCancelled, refreshesItself);
    }

    /** What is chosen already may stay, also when its connection is switched off. */
    private boolean possible(Place place, @Nullable Webinar now) {
        return place.connectionId() == null
                ? webinars.providers().stream()
                        .anyMatch(one -> one.kind().equals(place.kind())
                                && one.choosable()
                                && one.credentials().isEmpty())
                : place.holds(now)
                        || !place.misses()
                                && connections
                                        .inUse(place.kind(), place.connectionId())
                                        .isPresent();
    }
}
