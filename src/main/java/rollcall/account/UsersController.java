package rollcall.account;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
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

/** Everybody who may sign in, and inviting another; for administrators, as everything below {@code /admin}. */
@Controller
@RequestMapping("/admin/users")
class UsersController {

    static final String ADDRESS = "/admin/users";
    private static final String NEW = "account/user-new";

    private final Accounts accounts;
    private final AccountForms forms;
    private final ProgramNames programs;
    private final SetupLinks links;
    private final SecondFactorRule rule;
    private final ShownOnce once;
    private final AccountCrumbs crumbs;

    UsersController(
            Accounts accounts,
            AccountForms forms,
            ProgramNames programs,
            SetupLinks links,
            SecondFactorRule rule,
            ShownOnce once,
            AccountCrumbs crumbs) {
        this.accounts = accounts;
        this.forms = forms;
        this.programs = programs;
        this.links = links;
        this.rule = rule;
        this.once = once;
        this.crumbs = crumbs;
    }

    /** Somebody new, as an administrator typed it; see {@link RightsForm} for the last three. */
    record NewUserForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable String everywhere,
            @Nullable List<String> grantProgram,
            @Nullable List<String> grantRole) {

        RightsForm rights() {
            return new RightsForm(0, everywhere, grantProgram, grantRole);
        }
    }

    @GetMapping
    String list(Actor who, Model model) {
        var all = accounts.all();
        model.addAttribute("accounts", all);
        model.addAttribute(
                "lacking", all.stream().filter(rule::lacks).map(Account::id).collect(Collectors.toSet()));
        model.addAttribute("programs", programs.all());
        return "account/users";
    }

    @GetMapping("/new")
    String blank(Actor who, Model model) {
        var form = new NewUserForm("", "", "", List.of(), List.of());
        model.addAttribute("form", form);
        return page(form, model);
    }

    private String page(NewUserForm form, Model model) {
        model.addAttribute("grants", form.rights().lines());
        model.addAttribute("crumbs", crumbs.toUsers());
        var names = programs.all();
        model.addAttribute("programs", names);
        model.addAttribute("effect", Effect.of(form.rights().rights(names), names.keySet()));
        return NEW;
    }

    /** What the roles in the form would come to, before they are saved. */
    @HxRequest
    @GetMapping("/effect")
    String effect(Actor who, @ModelAttribute("form") NewUserForm form, Model model) {
        var names = programs.all();
        model.addAttribute("effect", Effect.of(form.rights().rights(names), names.keySet()));
        return "account/rights :: effect";
    }

    @PostMapping
    Object create(
            Actor who,
            @ModelAttribute("form") NewUserForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var account = forms.check(form.email(), form.name(), form.rights().rights(programs.all()), errors);
        if (!errors.hasErrors()) {
            try {
                return created(who, accounts.create(who, account), next);
            } catch (EmailInUse taken) {
                errors.rejectValue("email", "account.email.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, model);
    }

    private Object created(Actor who, Account account, RedirectAttributes next) {
        once.hand(next, UserController.LINK, links.forAccount(who, account));
        return Back.to(UserController.addressOf(account.id()));
    }
}
