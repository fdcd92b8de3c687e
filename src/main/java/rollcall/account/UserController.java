package rollcall.account;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.account.RightsChanges.Outcome;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.PublicUrl;

/** One of those who may sign in: the roles, whether the account is open, and help when something was lost. */
@Controller
@RequestMapping("/admin/users/{userId}")
class UserController {

    static final String LINK = "link";

    private final Accounts accounts;
    private final RightsChanges changes;
    private final ProgramNames programs;
    private final SetupLinks links;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final ShownOnce once;
    private final AccountCrumbs crumbs;
    private final PublicUrl publicUrl;

    UserController(
            Accounts accounts,
            RightsChanges changes,
            ProgramNames programs,
            SetupLinks links,
            Sessions sessions,
            SecondFactors factors,
            SecondFactorRule rule,
            ShownOnce once,
            AccountCrumbs crumbs,
            PublicUrl publicUrl) {
        this.accounts = accounts;
        this.changes = changes;
        this.programs = programs;
        this.links = links;
        this.sessions = sessions;
        this.factors = factors;
        this.rule = rule;
        this.once = once;
        this.crumbs = crumbs;
        this.publicUrl = publicUrl;
    }

    static String addressOf(long id) {
        return "/admin/users/" + id;
    }

    @GetMapping
    String page(Actor who, @PathVariable("userId") long id, Model model) {
        var account = accounts.get(id);
        model.addAttribute("account", account);
        model.addAttribute("crumbs", crumbs.toUsers());
        model.addAttribute("own", account.actor().key().equals(who.key()));
        var form = RightsForm.of(account);
        model.addAttribute("form", form);
        model.addAttribute("grants", form.lines());
        var names = programs.all();
        model.addAttribute("programs", names);
        model.addAttribute("effect", Effect.of(account.rights(), names.keySet()));
        model.addAttribute("sessions", sessions.of(account, ""));
        model.addAttribute("zone", accounts.of(who).zoneOrUtc());
        model.addAttribute("linkUntil", links.goodUntil(account).orElse(null));
        model.addAttribute("lacks", rule.lacks(account));
        model.addAttribute(
                "setupLink", once.handed(model, LINK).map(publicUrl::link).orElse(null));
        return "account/user";
    }

    @PostMapping
    View give(
            Actor who,
            @PathVariable("userId") long id,
            @ModelAttribute("form") RightsForm form,
            RedirectAttributes next) {
        var outcome = changes.give(who, id, form.version(), form.rights(programs.all()));
        return told(outcome, "account.user.rights.stored", id, next);
    }

    /** Opens the account, or closes it and ends its sessions. */
    @PostMapping("/state")
    View open(Actor who, @PathVariable("userId") long id, @RequestParam boolean enabled, RedirectAttributes next) {
        var outcome = enabled ? changes.enable(who, id) : changes.disable(who, id);
        return told(outcome, enabled ? "account.user.enabled" : "account.user.disabled", id, next);
    }

    private static View told(Outcome outcome, String done, long id, RedirectAttributes next) {
        switch (outcome) {
            case DONE -> Flash.success(next, done);
            case OWN_ACCOUNT -> Flash.problem(next, "account.user.own");
            case LAST_ADMINISTRATOR -> Flash.problem(next, "account.user.last");
            case CHANGED_MEANWHILE -> Flash.problem(next, "account.user.stale");
        }
        return Back.to(addressOf(id));
    }

    @PostMapping("/setup-links")
    View renewLink(Actor who, @PathVariable("userId") long id, RedirectAttributes next) {
        once.hand(next, LINK, links.forAccount(who, accounts.get(id)));
        return Back.to(addressOf(id));
    }

    /** For somebody whose app and recovery codes are gone; whoever has them now is signed out. */
    @PostMapping("/second-factor-removal")
    View removeSecondFactor(Actor who, @PathVariable("userId") long id, RedirectAttributes next) {
        var account = accounts.get(id);
        factors.remove(who, account);
        sessions.endAll(who, account);
        Flash.success(next, "account.user.factor.removed");
        return Back.to(addressOf(id));
    }

    @PostMapping("/ended-sessions")
    View endSessions(Actor who, @PathVariable("userId") long id, RedirectAttributes next) {
        sessions.endAll(who, accounts.get(id));
        Flash.success(next, "account.sessions.ended");
        return Back.to(addressOf(id));
    }
}
