package rollcall.account;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** My second factor: whether there is one, how many recovery codes are left, new ones, and doing without. */
@Controller
@RequestMapping(SecondFactorController.ADDRESS)
class SecondFactorController {

    static final String ADDRESS = "/account/second-factor";
    static final String CODES = "recoveryCodes";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final PasswordChanges passwords;
    private final ShownOnce once;
    private final AccountCrumbs crumbs;

    SecondFactorController(
            Accounts accounts,
            SecondFactors factors,
            SecondFactorRule rule,
            PasswordChanges passwords,
            ShownOnce once,
            AccountCrumbs crumbs) {
        this.accounts = accounts;
        this.factors = factors;
        this.rule = rule;
        this.passwords = passwords;
        this.once = once;
        this.crumbs = crumbs;
    }

    /** The password of whoever wants other recovery codes. */
    record RenewalForm(@Nullable String renewalPassword) {}

    /** The password of whoever wants to do without the second factor. */
    record RemovalForm(@Nullable String removalPassword) {}

    @GetMapping
    Object page(Actor who, Model model) {
        var account = accounts.of(who);
        if (!account.hasSecondFactor()) {
            return Back.to(EnrolmentController.ADDRESS);
        }
        var codes = once.handed(model, CODES);
        model.addAttribute("codes", codes.map(text -> List.of(text.split("\n"))).orElse(null));
        model.addAttribute("renewal", new RenewalForm(""));
        model.addAttribute("removal", new RemovalForm(""));
        return page(account, model);
    }

    private String page(Account account, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("crumbs", crumbs.toMyAccount());
        model.addAttribute("zone", account.zoneOrUtc());
        model.addAttribute("left", factors.recoveryCodesLeft(account));
        model.addAttribute("bound", rule.binds(account.rights()));
        return "account/second-factor";
    }

    @PostMapping("/recovery-codes")
    Object renew(
            Actor who,
            @ModelAttribute("renewal") RenewalForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = accounts.of(who);
        if (!passwords.knows(account, AccountForms.text(form.renewalPassword()))) {
            errors.rejectValue("renewalPassword", "account.password.wrong");
            model.addAttribute("removal", new RemovalForm(""));
            return refused(account, response, model);
        }
        factors.renewRecoveryCodes(who, account).ifPresent(codes -> once.hand(next, CODES, String.join("\n", codes)));
        return Back.to(ADDRESS);
    }

    @PostMapping("/removal")
    Object remove(
            Actor who,
            @ModelAttribute("removal") RemovalForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = accounts.of(who);
        var refusal = refusal(account, form);
        if (refusal.isPresent()) {
            errors.rejectValue("removalPassword", refusal.get());
            model.addAttribute("renewal", new RenewalForm(""));
            return refused(account, response, model);
        }
        factors.remove(who, account);
        Flash.success(next, "account.factor.removed");
        return Back.to(AccountPage.ADDRESS);
    }

    private Optional<String> refusal(Account account, RemovalForm form) {
        if (rule.binds(account.rights())) {
            return Optional.of("account.factor.bound");
        }
        return passwords.knows(account, AccountForms.text(form.removalPassword()))
                ? Optional.empty()
                : Optional.of("account.password.wrong");
    }

    private String refused(Account account, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(account, model);
    }
}
