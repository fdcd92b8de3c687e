package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.account.Setup.For;
import rollcall.web.Flash;

/** The page behind a one-time link. Looking at it changes nothing: mail scanners do that too. */
@Controller
@RequestMapping("/setup/{secret}")
class SetupController {

    private static final String PAGE = "account/setup";

    private final Setup setup;
    private final AccountForms forms;
    private final Welcome welcome;

    SetupController(Setup setup, AccountForms forms, Welcome welcome) {
        this.setup = setup;
        this.forms = forms;
        this.welcome = welcome;
    }

    /** E-mail address and name are only asked of the first administrator. */
    record SetupForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable String again) {}

    @GetMapping
    String page(@PathVariable String secret, HttpServletResponse response, Model model) {
        model.addAttribute("form", new SetupForm("", "", "", ""));
        return page(setup.who(secret), response, model);
    }

    private static String page(For who, HttpServletResponse response, Model model) {
        return switch (who) {
            case For.FirstAdministrator first -> PAGE;
            case For.Owner owner -> {
                model.addAttribute("owner", owner.account());
                yield PAGE;
            }
            case For.Nobody nobody -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                yield "account/setup-void";
            }
        };
    }

    @PostMapping
    Object choose(
            @PathVariable String secret,
            @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var who = setup.who(secret);
        var account = choose(secret, who, form, errors);
        if (account.isPresent()) {
            Flash.success(next, "account.setup.done");
            return welcome.knowsPassword(account.get(), Optional.empty(), Optional.empty(), request, response);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(errors.hasErrors() ? who : new For.Nobody(), response, model);
    }

    private Optional<Account> choose(String secret, For who, SetupForm form, BindingResult errors) {
        var password = AccountForms.text(form.password());
        switch (who) {
            case For.FirstAdministrator first -> {
                var account = forms.check(form.email(), form.name(), Rights.ADMINISTRATOR, errors);
                forms.check(account, form.password(), form.again(), errors);
                return errors.hasErrors() ? Optional.empty() : setup.makeFirstAdministrator(secret, account, password);
            }
            case For.Owner owner -> {
                forms.check(owner.account(), form.password(), form.again(), errors);
                return errors.hasErrors() ? Optional.empty() : setup.setPassword(secret, owner.account(), password);
            }
            case For.Nobody nobody -> {
                return Optional.empty();
            }
        }
    }
}
