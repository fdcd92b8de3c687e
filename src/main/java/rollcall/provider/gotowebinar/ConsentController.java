package rollcall.provider.gotowebinar;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.provider.Connection;
import rollcall.provider.Connections;
import rollcall.provider.FailureWords;
import rollcall.provider.ProviderTrouble;
import rollcall.web.Back;
import rollcall.web.BrokenSeal;
import rollcall.web.Flash;
import rollcall.web.PublicUrl;
import rollcall.web.Seals;

/**
 * Sends an administrator to GoTo to give consent for a connection, and takes them back from there. What was asked is kept,
 * sealed, in their session, and is good for one answer.
 */
@Controller
class ConsentController {

    static final String BACK = "/admin/connections/consent";

    private static final Logger LOG = LoggerFactory.getLogger(ConsentController.class);

    private static final String CONNECTIONS = "/admin/connections";
    private static final String ASKED = "rollcall.gotowebinar.consent";

    private final Consent consent;
    private final GoToWebinar provider;
    private final Connections connections;
    private final Seals seals;
    private final PublicUrl publicUrl;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final FailureWords failures;

    ConsentController(
            Consent consent,
            GoToWebinar provider,
            Connections connections,
            Seals seals,
            PublicUrl publicUrl,
            ApplicationEventPublisher events,
            Clock clock,
            FailureWords failures) {
        this.failures = failures;
        this.consent = consent;
        this.provider = provider;
        this.connections = connections;
        this.seals = seals;
        this.publicUrl = publicUrl;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping(CONNECTIONS + "/{connectionId}/consent")
    Object ask(@PathVariable long connectionId, HttpSession session, RedirectAttributes next) {
        var connection = require(connectionId);
        try {
            var asked = consent.ask(connection.id());
            var address = consent.address(asked, publicUrl.link(BACK));
            session.setAttribute(ASKED, seals.seal(asked.written(), ASKED));
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
        } catch (ProviderTrouble trouble) {
            Flash.problem(next, "provider.gotowebinar.consent.failed", failures.of(trouble.failure()));
            return Back.to(page(connection));
        }
    }

    private Connection require(long connectionId) {
        return connections
                .find(connectionId)
                .filter(one -> one.kind().equals(GoToWebinar.KIND))
                .orElseThrow(NoSuchConsent::new);
    }

    static String path(long connectionId) {
        return "%s/%d/consent".formatted(CONNECTIONS, connectionId);
    }

    private static String page(Connection connection) {
        return CONNECTIONS + "/" + connection.id();
    }

    /** Where GoTo sends them, with a code or with an error; whatever comes unasked is not looked at. */
    @GetMapping(BACK)
    View answered(
            Actor who,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            HttpSession session,
            RedirectAttributes next) {
        var asked = asked(session).filter(one -> one.answeredBy(state, clock.instant()));
        var connection = asked.flatMap(one -> connections.find(one.connectionId()));
        if (asked.isEmpty() || connection.isEmpty()) {
            Flash.problem(next, "provider.gotowebinar.consent.unasked");
            return Back.to(CONNECTIONS);
        }
        if (code.isEmpty()) {
            Flash.problem(next, "provider.gotowebinar.consent.refused");
        } else {
            given(who, connection.get(), asked.get(), code, next);
        }
        return Back.to(page(connection.get()));
    }

    private Optional<AskedConsent> asked(HttpSession session) {
        var sealed = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        return Optional.ofNullable(sealed).flatMap(one -> open(String.valueOf(one)));
    }

    private Optional<AskedConsent> open(String sealed) {
        try {
            return Optional.of(AskedConsent.read(seals.open(sealed, ASKED)));
        } catch (BrokenSeal broken) {
            LOG.warn("A consent that was asked for cannot be read: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    private void given(Actor who, Connection connection, AskedConsent asked, String code, RedirectAttributes next) {
        try {
            consent.given(asked, code, publicUrl.link(BACK));
            events.publishEvent(new AuditApplicationEvent(
                    who.key(), "CONNECTION_CHANGED", Map.of("connection", connection.name())));
            connections.check(connection, provider);
            Flash.success(next, "provider.gotowebinar.consent.given", connection.name());
        } catch (ProviderTrouble trouble) {
            Flash.problem(next, "provider.gotowebinar.consent.failed", failures.of(trouble.failure()));
        }
    }
}
