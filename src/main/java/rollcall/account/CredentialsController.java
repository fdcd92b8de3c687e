package rollcall.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.Text;

/** What one signs in with. Who changes it says the password again: an open session alone is not enough. */
@Controller
@RequestMapping(AccountPage.ADDRESS)
class CredentialsController {

    private final Accounts accounts;
    private final AccountForms forms;
    private final PasswordChanges passwords;
    private final Sessions sessions;
    private final AccountPage page;

    CredentialsController(
            Accounts accounts, AccountForms forms, PasswordChanges passwords, Sessions sessions, AccountPage page) {
        this.accounts = accounts;
        this.forms = forms;
        this.passwords = passwords;
        this.sessions = sessions;
        this.page = page;
    }

    record EmailForm(@Nullable String email, @Nullable String emailPassword) {}

    /** {@code endOthers} is whether the sessions in other browsers are to end with the old password. */
    record PasswordForm(
            @Nullable String current,
            @Nullable String password,
            @Nullable String again,
            boolean endOthers) {

        static final PasswordForm EMPTY = new PasswordForm("", "", "", true);
    }

    @PostMapping("/email")
    Object changeEmail(
            Actor who,
            @ModelAttribute("emailForm") EmailForm form,
            BindingResult errors,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = accounts.of(who);
        var email = Text.tidy(AccountForms.text(form.email()));
        forms.checkEmail(email, errors);
        if (!errors.hasErrors()) {
            store(who, account, email, form, errors);
        }
        if (errors.hasErrors()) {
            return page.refused(account, session, response, model);
        }
        Flash.success(next, "account.email.changed", email);
        return Back.to(AccountPage.ADDRESS);
    }

    private void store(Actor who, Account account, String email, EmailForm form, BindingResult errors) {
        if (!passwords.knows(account, AccountForms.text(form.emailPassword()))) {
            errors.rejectValue("emailPassword", "account.password.wrong");
            return;
        }
        try {
            accounts.changeEmail(who, account, email);
        } catch (EmailInUse taken) {
            errors.rejectValue("email", "account.email.taken");
        }
    }

    @PostMapping("/password")
    Object changePassword(
            Actor who,
            @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult errors,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = accounts.of(who);
        check(account, form, errors);
        if (errors.hasErrors()) {
            return page.refused(account, session, response, model);
        }
        passwords.set(who, account, AccountForms.text(form.password()));
        if (form.endOthers()) {
            sessions.endOthers(who, account, session.getId());
        }
        Flash.success(next, "account.password.changed");
        return Back.to(AccountPage.ADDRESS);
    }

    private void check(Account account, PasswordForm form, BindingResult errors) {
        forms.check(account, form.password(), form.again(), errors);
        if (!errors.hasErrors() && !passwords.knows(account, AccountForms.text(form.current()))) {
            errors.rejectValue("current", "account.password.wrong");
        }
    }
}
