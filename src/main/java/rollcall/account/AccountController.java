package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
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

/** My account: what people settle for themselves, and where they are signed in. */
@Controller
@RequestMapping(AccountPage.ADDRESS)
class AccountController {

    private final Accounts accounts;
    private final AccountForms forms;
    private final Sessions sessions;
    private final Welcome welcome;
    private final AccountPage page;

    AccountController(Accounts accounts, AccountForms forms, Sessions sessions, Welcome welcome, AccountPage page) {
        this.accounts = accounts;
        this.forms = forms;
        this.sessions = sessions;
        this.welcome = welcome;
        this.page = page;
    }

    @GetMapping
    String show(Actor who, HttpSession session, Model model) {
        return page.show(accounts.of(who), session, model);
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
        var account = accounts.of(who);
        var settings = form.settings(forms, errors);
        if (errors.hasErrors()) {
            return page.refused(account, request.getSession(), response, model);
        }
        accounts.settle(account.id(), settings);
        welcome.speak(settings.language(), request, response);
        Flash.success(next, "account.settings.stored");
        return Back.to(AccountPage.ADDRESS);
    }

    /** Ends one session, by its handle, or all but this one. */
    @PostMapping("/ended-sessions")
    View endSessions(
            Actor who,
            @RequestParam(required = false) @Nullable String session,
            HttpSession here,
            RedirectAttributes next) {
        var account = accounts.of(who);
        if (session == null) {
            sessions.endOthers(who, account, here.getId());
        } else {
            sessions.end(who, account, session);
        }
        Flash.success(next, "account.sessions.ended");
        return Back.to(AccountPage.ADDRESS);
    }
}
