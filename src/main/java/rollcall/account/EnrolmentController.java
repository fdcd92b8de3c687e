package rollcall.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.account.Enrolments.Enrolment;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Setting the second factor: a new key as a QR code and as text, proved by the first code that the app makes of it. */
@Controller
class EnrolmentController {

    static final String ADDRESS = SecondFactorController.ADDRESS + "/new";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final Enrolments enrolments;
    private final PasswordChanges passwords;
    private final SessionAccounts signedIn;
    private final Sessions sessions;
    private final ShownOnce once;
    private final AccountCrumbs crumbs;

    EnrolmentController(
            Accounts accounts,
            SecondFactors factors,
            SecondFactorRule rule,
            Enrolments enrolments,
            PasswordChanges passwords,
            SessionAccounts signedIn,
            Sessions sessions,
            ShownOnce once,
            AccountCrumbs crumbs) {
        this.accounts = accounts;
        this.factors = factors;
        this.rule = rule;
        this.enrolments = enrolments;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.once = once;
        this.crumbs = crumbs;
    }

    /** {@code sealed} is the key that the page has shown; see {@link Enrolments}. */
    record EnrolmentForm(
            @Nullable String sealed,
            @Nullable String code,
            @Nullable String current) {}

    @GetMapping(ADDRESS)
    String blank(Actor who, Model model) {
        var account = accounts.of(who);
        model.addAttribute("form", new EnrolmentForm("", "", ""));
        return page(account, enrolments.begin(account), model);
    }

    private String page(Account account, Enrolment enrolment, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("crumbs", crumbs.toMyAccount());
        model.addAttribute("enrolment", enrolment);
        model.addAttribute("demanded", rule.lacks(account));
        return "account/second-factor-new";
    }

    @PostMapping(SecondFactorController.ADDRESS)
    Object set(
            Actor who,
            @ModelAttribute("form") EnrolmentForm form,
            BindingResult errors,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = accounts.of(who);
        var enrolment = enrolments.resume(account, AccountForms.text(form.sealed()));
        if (enrolment.isEmpty()) {
            Flash.problem(next, "account.factor.too-late");
            return Back.to(ADDRESS);
        }
        var codes = codes(who, account, enrolment.get().key(), form, errors);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(account, enrolment.get(), model);
        }
        signedIn.proveSecondFactor(session);
        sessions.endOthers(who, account, session.getId());
        Flash.success(next, "account.factor.set");
        once.hand(next, SecondFactorController.CODES, String.join("\n", codes.get()));
        return Back.to(SecondFactorController.ADDRESS);
    }

    private Optional<List<String>> codes(
            Actor who, Account account, TotpKey key, EnrolmentForm form, BindingResult errors) {
        if (!passwords.knows(account, AccountForms.text(form.current()))) {
            errors.rejectValue("current", "account.password.wrong");
            return Optional.empty();
        }
        var codes = factors.set(who, account, key, AccountForms.text(form.code()));
        if (codes.isEmpty()) {
            errors.rejectValue("code", "account.factor.code.wrong");
        }
        return codes;
    }
}
