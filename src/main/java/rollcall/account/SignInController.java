package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import rollcall.account.SignIn.Answer;
import rollcall.account.SignIn.Try;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Unsent;

/** The way in and the way out. */
@Controller
class SignInController {

    static final String ADDRESS = "/login";
    static final String PAGE = "account/sign-in";

    private final SignIn signIn;
    private final Accounts accounts;
    private final Welcome welcome;
    private final LastAccount lastAccount;
    private final AuditTrail audit;

    SignInController(SignIn signIn, Accounts accounts, Welcome welcome, LastAccount lastAccount, AuditTrail audit) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.welcome = welcome;
        this.lastAccount = lastAccount;
        this.audit = audit;
    }

    /**
     * What was typed into the sign-in page, and what it stood in the way of.
     *
     * @param next the page
     * @param unsent the form that was sent from there, as {@link Unsent#line} writes it
     */
    record SignInForm(
            @Nullable String username,
            @Nullable String password,
            @Nullable String next,
            @Nullable String unsent) {

        Try attempt(HttpServletRequest request) {
            return new Try(
                    AccountForms.text(username),
                    AccountForms.text(password),
                    request.getRemoteAddr(),
                    Welcome.deviceOf(request));
        }
    }

    @GetMapping(ADDRESS)
    Object page(@RequestParam(required = false) @Nullable String next, Model model) {
        if (SignedInAccount.now().isPresent()) {
            return Back.to(WayBack.of(next).orElse(WayBack.HOME));
        }
        model.addAttribute("form", new SignInForm("", "", WayBack.of(next).orElse(null), null));
        model.addAttribute("nobodyYet", accounts.none());
        return PAGE;
    }

    @PostMapping(ADDRESS)
    Object signIn(
            @ModelAttribute("form") SignInForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (signIn.attempt(form.attempt(request))) {
            case Answer.Right right -> {
                var same = LastAccount.is(right.account(), request);
                var unsent = Unsent.read(same ? form.unsent() : null);
                yield welcome.knowsPassword(right.account(), WayBack.of(form.next()), unsent, request, response);
            }
            case Answer.Wrong wrong ->
                again("account.sign-in.failed", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            case Answer.TooMany tooMany -> {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(tooMany.pause().toSeconds() + 1));
                yield again("account.sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS, response, model);
            }
        };
    }

    private static String again(String refused, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("refused", refused);
        return PAGE;
    }

    @PostMapping("/logout")
    View signOut(Actor who, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().invalidate();
        audit.note(who, AuditKind.SIGNED_OUT, Map.of());
        response.addHeader(HttpHeaders.SET_COOKIE, lastAccount.nobody().toString());
        // Not the cookies: they hold the theme, the language and the known device, and the session's own is void by
        // now.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Back.to(ADDRESS);
    }
}
