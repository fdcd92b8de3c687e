package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** My account: what people settle for themselves. */
@Controller
@RequestMapping("/account")
class AccountController {

    private static final String PAGE = "account/account";
    private static final String ADDRESS = "/account";

    private final Accounts accounts;
    private final AccountForms forms;
    private final PasswordChanges passwords;
    private final Sessions sessions;
    private final Welcome welcome;

    AccountController(
            Accounts accounts, AccountForms forms, PasswordChanges passwords, Sessions sessions, Welcome welcome) {
        this.accounts = accounts;
        this.forms = forms;
        this.passwords = passwords;
        this.sessions = sessions;
        this.welcome = welcome;
    }

    /** {@code endOthers} is whether the sessions in other browsers are to end with the old password. */
    record PasswordForm(
            @Nullable String current,
            @Nullable String password,
            @Nullable String again,
            boolean endOthers) {

        static final PasswordForm EMPTY = new PasswordForm("", "", "", true);
    }

    @GetMapping
    String page(Actor who, HttpSession session, Model model) {
        var account = mine(who);
        model.addAttribute("form", SettingsForm.of(account));
        model.addAttribute("passwordForm", PasswordForm.EMPTY);
        return page(account, session, model);
    }

    private Account mine(Actor who) {
        return accounts.get(RightsOf.accountId(who.key()));
    }

    private String page(Account account, HttpSession session, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("zone", account.zone().isEmpty() ? "UTC" : account.zone());
        model.addAttribute("zones", SettingsForm.ZONES);
        model.addAttribute("sessions", sessions.of(account, session.getId()));
        return PAGE;
    }

    @PostMapping
    Object settle(
            Actor who,
            @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = mine(who);
        var settings = form.settings(forms, errors);
        if (errors.hasErrors()) {
            model.addAttribute("passwordForm", PasswordForm.EMPTY);
            return refused(account, request, response, model);
        }
        accounts.settle(account.id(), settings);
        welcome.speak(settings.language(), request, response);
        Flash.success(next, "account.settings.stored");
        return Back.to(ADDRESS);
    }

    @PostMapping("/password")
    Object changePassword(
            Actor who,
            @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = mine(who);
        check(account, form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("form", SettingsForm.of(account));
            return refused(account, request, response, model);
        }
        passwords.set(who, account, AccountForms.text(form.password()));
        if (form.endOthers()) {
            sessions.endOthers(who, account, request.getSession().getId());
        }
        Flash.success(next, "account.password.changed");
        return Back.to(ADDRESS);
    }

    private void check(Account account, PasswordForm form, BindingResult errors) {
        forms.check(account, form.password(), form.again(), errors);
        if (!errors.hasErrors() && !passwords.knows(account, AccountForms.text(form.current()))) {
            errors.rejectValue("current", "account.password.wrong");
        }
    }

    private String refused(Account account, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(account, request.getSession(), model);
    }

    /** Ends one session, by its handle, or all but this one. */
    @PostMapping("/ended-sessions")
    View endSessions(
            Actor who,
            @RequestParam(required = false) @Nullable String session,
            HttpSession here,
            RedirectAttributes next) {
        var account = mine(who);
        if (session == null) {
            sessions.endOthers(who, account, here.getId());
        } else {
            sessions.end(who, account, session);
        }
        Flash.success(next, "account.sessions.ended");
        return Back.to(ADDRESS);
    }
}
