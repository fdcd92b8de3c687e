package rollcall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import rollcall.person.EmailAddress;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.Text;

/** The list of addresses that get no mail. Those who manage all programs read it, administrators change it. */
@Controller
@RequestMapping("/letters/suppressions")
class SuppressionController {

    private static final String HERE = "/letters/suppressions";
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;

    private final Suppressions suppressions;
    private final SuppressionRows rows;

    SuppressionController(Suppressions suppressions, SuppressionRows rows) {
        this.suppressions = suppressions;
        this.rows = rows;
    }

    /**
     * @param q the beginning of an address
     * @param below the last one of the page before
     */
    @GetMapping
    String list(
            Actor who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Suppressed why,
            @RequestParam(required = false) @Nullable Long below,
            Model model) {
        model.addAttribute("form", SuppressionForm.BLANK);
        return page(who, q, why, below, model);
    }

    private String page(Actor who, String q, @Nullable Suppressed reason, @Nullable Long below, Model model) {
        suppressions.requireReader(who);
        var typed = checked(q);
        var found = rows.page(Text.folded(typed), reason, below == null ? Long.MAX_VALUE : below, PAGE + 1);
        var lines = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines);
        model.addAttribute("q", typed);
        model.addAttribute("reason", reason);
        model.addAttribute("reasons", Suppressed.values());
        model.addAttribute("counts", rows.counts());
        model.addAttribute("first", below == null ? null : address(typed, reason, null));
        model.addAttribute(
                "next",
                found.size() > PAGE ? address(typed, reason, lines.getLast().id()) : null);
        model.addAttribute("changes", suppressions.mayChange(who));
        return "mail/suppressions";
    }

    private static String checked(String q) {
        var typed = q.strip();
        if (typed.length() > LONGEST_SEARCH || Text.unwanted(typed)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return typed;
    }

    private static String address(String q, @Nullable Suppressed reason, @Nullable Long below) {
        var address = UriComponentsBuilder.fromPath(HERE);
        if (!q.isEmpty()) {
            address.queryParam("q", UriUtils.encode(q, UTF_8));
        }
        if (reason != null) {
            address.queryParam("why", reason);
        }
        return (below == null ? address : address.queryParam("below", below)).toUriString();
    }

    @PostMapping
    Object add(
            Actor who,
            @ModelAttribute("form") SuppressionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        suppressions.requireRight(who);
        form.check(errors);
        var address = EmailAddress.parse(form.email());
        if (errors.hasErrors() || address.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who, "", null, null, model);
        }
        if (suppressions.block(who, address.get(), form.words().strip())) {
            Flash.success(next, "mail.suppressions.added", address.get().address());
        } else {
            Flash.problem(next, "mail.suppressions.there", address.get().address());
        }
        return Back.to(HERE);
    }

    @PostMapping("/{suppressionId}/removal")
    View remove(Actor who, @PathVariable long suppressionId, RedirectAttributes next) {
        var removed = suppressions.remove(who, suppressionId);
        if (removed.isPresent()) {
            Flash.success(next, "mail.suppressions.removed", removed.get().email());
        } else {
            Flash.problem(next, "mail.suppressions.gone");
        }
        return Back.to(HERE);
    }
}
