package rollcall.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.account.CredentialsController.EmailForm;
import rollcall.account.CredentialsController.PasswordForm;

/** My account as a page. Several forms stand on it; one that was refused comes back as it was sent, the others anew. */
@Component
class AccountPage {

    static final String ADDRESS = "/account";

    private final Sessions sessions;
    private final SecondFactors factors;
    private final SecondFactorRule rule;

    AccountPage(Sessions sessions, SecondFactors factors, SecondFactorRule rule) {
        this.sessions = sessions;
        this.factors = factors;
        this.rule = rule;
    }

    String show(Account account, HttpSession session, Model model) {
        fresh("form", SettingsForm.of(account), model);
        fresh("emailForm", new EmailForm(account.email(), ""), model);
        fresh("passwordForm", PasswordForm.EMPTY, model);
        model.addAttribute("account", account);
        model.addAttribute("zone", account.zoneOrUtc());
        model.addAttribute("zones", SettingsForm.ZONES);
        model.addAttribute("sessions", sessions.of(account, session.getId()));
        model.addAttribute("bound", rule.binds(account.rights()));
        model.addAttribute("codesLeft", factors.recoveryCodesLeft(account));
        return "account/account";
    }

    private static void fresh(String name, Object form, Model model) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    String refused(Account account, HttpSession session, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(account, session, model);
    }
}
