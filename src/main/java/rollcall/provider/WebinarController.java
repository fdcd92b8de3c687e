package rollcall.provider;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Crumb;
import rollcall.web.Flash;

/** Where a program's webinar is held: choosing it, and how it is dealt with. */
@Controller
@RequestMapping("/programs/{programId}/provider")
class WebinarController {

    private final Programs programs;
    private final Webinars webinars;
    private final WebinarChoice choice;
    private final WaitingRequests waiting;
    private final PushOverviews pushes;
    private final ToldEvents toldEvents;
    private final ProviderNames names;
    private final Connections connections;
    private final Preflight preflight;
    private final Clock clock;

    WebinarController(
            Programs programs,
            Webinars webinars,
            WebinarChoice choice,
            WaitingRequests waiting,
            PushOverviews pushes,
            ToldEvents toldEvents,
            ProviderNames names,
            Connections connections,
            Preflight preflight,
            Clock clock) {
        this.programs = programs;
        this.webinars = webinars;
        this.choice = choice;
        this.waiting = waiting;
        this.pushes = pushes;
        this.toldEvents = toldEvents;
        this.names = names;
        this.connections = connections;
        this.preflight = preflight;
        this.clock = clock;
    }

    @GetMapping
    String page(Actor who, @PathVariable long programId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        return page(model, program, Place.of(webinars.of(programId).orElse(null)));
    }

    private String page(Model model, Program program, Place place) {
        model.addAttribute("kinds", kinds());
        model.addAttribute("connections", connections(place));
        model.addAttribute("place", place);
        model.addAttribute("pushes", pushes.of(program));
        model.addAttribute("crumbs", crumbs(program));
        model.addAttribute("preflight", preflight.of(program));
        webinar(model, program);
        return "provider/provider";
    }

    /** Those to choose from, and the one that is chosen. */
    private List<Connection> connections(Place place) {
        return connections.all().stream()
                .filter(one -> one.enabled() || Objects.equals(one.id(), place.connectionId()))
                .toList();
    }

    /** What the provider says of the event, as long as it is being asked. */
    @HxRequest
    @GetMapping
    String event(Actor who, @PathVariable long programId, Model model) {
        webinar(model, programs.require(who, programId, Act.MANAGE));
        return "provider/provider :: event";
    }

    private void webinar(Model model, Program program) {
        var webinar = webinars.of(program.key()).orElse(null);
        model.addAttribute("program", program);
        model.addAttribute("webinar", webinar);
        if (webinar != null) {
            var told = toldEvents.of(program.key()).orElse(null);
            model.addAttribute("told", told);
            model.addAttribute("asking", told != null && told.asking(clock.instant()));
            model.addAttribute("differs", told == null ? Set.of() : told.differsFrom(program));
            model.addAttribute("can", webinars.capabilitiesOf(webinar));
            model.addAttribute("provider", names.of(webinar.event().kind()));
        }
    }

    /** The provider is asked by whichever node is free; the page says when it has answered. */
    @PostMapping("/event")
    View ask(Actor who, @PathVariable long programId) {
        programs.require(who, programId, Act.MANAGE);
        toldEvents.askNow(programId);
        return Back.to("/programs/%d/provider#event".formatted(programId));
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        webinars.providers().stream()
                .filter(one -> one.choosable() && one.credentials().isEmpty())
                .forEach(one -> kinds.put(one.kind(), names.of(one.kind())));
        return kinds;
    }

    private static List<Crumb> crumbs(Program program) {
        return List.of(Crumb.PROGRAMS, new Crumb(program.name(), "/programs/" + program.key()));
    }

    /**
     * Leaving a provider is shown first, when it concerns anybody there.
     *
     * @param kind the provider's, with a colon and the connection where it needs one; empty for none
     * @param event the provider's id of the event, where a connection is chosen
     * @param pick the one of those shown that was chosen; empty for {@code event}
     * @param look whether the events of the connection are to be shown, and nothing is to be stored
     * @param confirm whether that was seen
     * @param cancels whether whoever is registered there is to be cancelled there
     */
    @PostMapping
    Object choose(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String pick,
            @RequestParam(defaultValue = "false") boolean look,
            @RequestParam(defaultValue = "false") boolean leavesWhenCancelled,
            @RequestParam(defaultValue = "false") boolean refreshesItself,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "false") boolean cancels,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var place = Place.parse(kind, pick.isEmpty() ? event : pick);
        var before = webinars.of(programId).orElse(null);
        if (look || place.misses()) {
            response.setStatus(look ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            listings(model, place);
            model.addAttribute("eventMissing", !look);
            return page(model, program, place);
        }
        var there = pushes.of(program);
        if (!confirm && before != null && !place.holds(before) && there.anybody()) {
            model.addAttribute(
                    "form", new Leaving(place.choice(), place.event(), leavesWhenCancelled, refreshesItself));
            return leaving(model, program, before.event().kind(), there);
        }
        choice.make(who, programId, place, leavesWhenCancelled, refreshesItself, cancels);
        Flash.success(next, stored(place.holds(before), place.kind()));
        return Back.to("/programs/%d/provider".formatted(programId));
    }

    /** The events of the connection that are still to come; waits for the provider, seconds at most. */
    private void listings(Model model, Place place) {
        var connection = place.connectionId();
        if (connection == null) {
            return;
        }
        try {
            var provider = webinars.provider(place.kind());
            var page = waiting.ask(() -> provider.events(connection, clock.instant(), null));
            model.addAttribute("listings", page.items());
        } catch (ProviderTrouble trouble) {
            model.addAttribute("listingsProblem", trouble.failure().words());
        }
    }

    /** What was typed, to be sent once more. */
    record Leaving(String kind, String event, boolean leavesWhenCancelled, boolean refreshesItself) {}

    private String leaving(Model model, Program program, String before, PushOverview there) {
        model.addAttribute("program", program);
        model.addAttribute("pushes", there);
        model.addAttribute("provider", names.of(before));
        model.addAttribute(
                "cancels",
                webinars.of(program.key())
                        .map(webinars::capabilitiesOf)
                        .map(Capabilities::cancel)
                        .orElse(false));
        model.addAttribute("crumbs", crumbs(program));
        return "provider/leaving";
    }

    /** Registrations are sent only when another provider was chosen. */
    private static String stored(boolean asBefore, String kind) {
        if (asBefore) {
            return "provider.stored";
        }
        return kind.isEmpty() ? "provider.chosen.none" : "provider.chosen";
    }
}
