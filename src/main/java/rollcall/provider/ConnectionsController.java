package rollcall.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
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
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Crumb;
import rollcall.web.Flash;

/** The ways into providers; for administrators, as everything below {@code /admin}. */
@Controller
@RequestMapping("/admin/connections")
class ConnectionsController {

    private static final String HERE = "/admin/connections";

    private final Connections connections;
    private final ConnectionLoads loads;
    private final Subscriptions subscriptions;
    private final Webinars webinars;
    private final ProviderNames names;
    private final MessageSource messages;
    private final FailureWords failures;

    ConnectionsController(
            Connections connections,
            ConnectionLoads loads,
            Subscriptions subscriptions,
            Webinars webinars,
            ProviderNames names,
            MessageSource messages,
            FailureWords failures) {
        this.failures = failures;
        this.connections = connections;
        this.loads = loads;
        this.subscriptions = subscriptions;
        this.webinars = webinars;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("connections", connections.all());
        model.addAttribute("loads", loads.all());
        model.addAttribute(
                "kinds",
                webinars.providers().stream()
                        .filter(one -> !one.credentials().isEmpty())
                        .map(WebinarProvider::kind)
                        .toList());
        return "provider/connections";
    }

    @GetMapping("/new")
    String blank(@RequestParam("provider") String kind, Model model) {
        return form(model, kind, ConnectionForm.BLANK, Map.of());
    }

    @PostMapping
    Object add(
            Actor who,
            @RequestParam("provider") String kind,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var fields = fields(kind);
        var form = ConnectionForm.of(sent, fields);
        var problems = form.problems(fields, Map.of());
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, kind, form.shown(fields), problems);
        }
        var id = connections.add(who, kind, form.name(), form.typed());
        return checked(id, next);
    }

    private String form(Model model, String kind, ConnectionForm form, Map<String, String> problems) {
        model.addAttribute("kind", kind);
        model.addAttribute("kindName", names.of(kind));
        model.addAttribute("fields", fields(kind));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("crumbs", crumbs());
        return "provider/connection";
    }

    private List<Crumb> crumbs() {
        var title = messages.getMessage("provider.connections.title", null, LocaleContextHolder.getLocale());
        return List.of(new Crumb(title, HERE));
    }

    private List<CredentialField> fields(String kind) {
        return webinars.providers().stream()
                .filter(one -> one.kind().equals(kind) && !one.credentials().isEmpty())
                .map(WebinarProvider::credentials)
                .findFirst()
                .orElseThrow(NoSuchConnection::new);
    }

    @GetMapping("/{connectionId}")
    String page(@PathVariable long connectionId, Model model) {
        var connection = require(connectionId);
        return page(model, connection, new ConnectionForm(connection.name(), shown(connection)), Map.of());
    }

    private Map<String, String> shown(Connection connection) {
        return connections.shown(connection, fields(connection.kind()));
    }

    private String page(Model model, Connection connection, ConnectionForm form, Map<String, String> problems) {
        model.addAttribute("connection", connection);
        model.addAttribute("held", shown(connection));
        model.addAttribute(
                "consent",
                webinars.provider(connection.kind())
                        .consentPath(connection.id())
                        .orElse(null));
        model.addAttribute("subscriptions", subscriptions.of(connection.id()));
        model.addAttribute("load", loads.all().getOrDefault(connection.id(), ConnectionLoad.NONE));
        return form(model, connection.kind(), form, problems);
    }

    private Connection require(long id) {
        return connections.find(id).orElseThrow(NoSuchConnection::new);
    }

    @PostMapping("/{connectionId}")
    Object change(
            Actor who,
            @PathVariable long connectionId,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var connection = require(connectionId);
        if (connection.declared() != null) {
            Flash.problem(next, "provider.connections.declared");
            return Back.to(path(connectionId));
        }
        var fields = fields(connection.kind());
        var form = ConnectionForm.of(sent, fields);
        var problems = form.problems(fields, shown(connection));
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, connection, form.shown(fields), problems);
        }
        connections.change(who, connection, form.name(), form.typed());
        return checked(connectionId, next);
    }

    private static String path(long id) {
        return HERE + "/" + id;
    }

    @PostMapping("/{connectionId}/checks")
    View check(@PathVariable long connectionId, RedirectAttributes next) {
        return checked(require(connectionId).id(), next);
    }

    /** Tells whether the provider lets us in. */
    private View checked(long id, RedirectAttributes next) {
        var connection = require(id);
        try {
            connections.check(connection, webinars.provider(connection.kind()));
            subscriptions.retry(id);
            Flash.success(next, "provider.connections.well", connection.name());
        } catch (ProviderTrouble trouble) {
            Flash.problem(next, "provider.connections.checked", connection.name(), failures.of(trouble.failure()));
        }
        return Back.to(path(id));
    }

    @PostMapping("/{connectionId}/state")
    View enable(Actor who, @PathVariable long connectionId, @RequestParam boolean enabled, RedirectAttributes next) {
        var connection = require(connectionId);
        connections.enable(who, connection, enabled);
        Flash.success(
                next, enabled ? "provider.connections.enabled" : "provider.connections.disabled", connection.name());
        return Back.to(path(connectionId));
    }

    @PostMapping("/{connectionId}/removal")
    View remove(Actor who, @PathVariable long connectionId, RedirectAttributes next) {
        var connection = require(connectionId);
        if (connection.declared() != null) {
            Flash.problem(next, "provider.connections.declared");
            return Back.to(path(connectionId));
        }
        try {
            connections.remove(who, connection);
        } catch (DataIntegrityViolationException inUse) {
            Flash.problem(next, "provider.connections.in-use", connection.name());
            return Back.to(path(connectionId));
        }
        Flash.success(next, "provider.connections.removed", connection.name());
        return Back.to(HERE);
    }
}
