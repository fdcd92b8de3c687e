package rollcall.campaign;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.BrokenSeal;
import rollcall.web.Flash;
import rollcall.web.Seals;

/** Where campaigns may call; for administrators, as everything below {@code /admin}. */
@Controller
@RequestMapping("/admin/webhooks")
class WebhooksController {

    private static final String HERE = "/admin/webhooks";
    private static final String PAGE = "campaign/webhooks";

    /** On its way to the page that shows it once, a key lies in the stored session, sealed. */
    private static final String KEY = "webhookKey";

    private final Webhooks webhooks;
    private final Seals seals;
    private final boolean allowPrivate;

    WebhooksController(
            Webhooks webhooks, Seals seals, @Value("${rollcall.webhooks.allow-private:false}") boolean allowPrivate) {
        this.webhooks = webhooks;
        this.seals = seals;
        this.allowPrivate = allowPrivate;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", WebhookForm.BLANK);
        model.addAttribute("shownKey", handedKey(model));
        return page(model);
    }

    private String handedKey(Model model) {
        try {
            return model.getAttribute(KEY) instanceof String sealed ? seals.open(sealed, KEY) : "";
        } catch (BrokenSeal madeUp) {
            return "";
        }
    }

    private String page(Model model) {
        model.addAttribute("webhooks", webhooks.all());
        return PAGE;
    }

    @PostMapping
    Object add(
            Actor who,
            @ModelAttribute("form") WebhookForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        form.check(allowPrivate, errors);
        if (!errors.hasErrors()) {
            try {
                return added(webhooks.add(form.typedName(), form.typedAddress(), who), form, next);
            } catch (DuplicateKeyException taken) {
                errors.rejectValue("name", "campaign.webhooks.name.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("shownKey", "");
        return page(model);
    }

    private View added(String key, WebhookForm form, RedirectAttributes next) {
        next.addFlashAttribute(KEY, seals.seal(key, KEY));
        Flash.success(next, "campaign.webhooks.added", form.typedName());
        return Back.to(HERE);
    }

    @PostMapping("/{webhookId}/archive")
    View archive(Actor who, @PathVariable long webhookId, RedirectAttributes next) {
        var webhook = webhooks.find(webhookId).orElseThrow(NoSuchWebhook::new);
        webhooks.archive(webhookId, who);
        Flash.success(next, "campaign.webhooks.archived", webhook.name());
        return Back.to(HERE);
    }
}
