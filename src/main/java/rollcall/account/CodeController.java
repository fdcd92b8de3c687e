package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.account.SecondStep.Try;
import rollcall.account.SignIn.Answer;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Asks whoever gave the right password for the code of the second factor. */
@Controller
@RequestMapping(CodeController.ADDRESS)
class CodeController {

    static final String ADDRESS = "/login/code";
    private static final String PAGE = "account/sign-in-code";

    private final HalfWay halfWay;
    private final SecondStep step;
    private final Welcome welcome;

    CodeController(HalfWay halfWay, SecondStep step, Welcome welcome) {
        this.halfWay = halfWay;
        this.step = step;
        this.welcome = welcome;
    }

    /** One of the two codes, and the page that the sign-in stood in the way of. */
    record CodeForm(
            @Nullable String code,
            @Nullable String recovery,
            @Nullable String next) {

        Try attempt(HttpServletRequest request) {
            return new Try(
                    AccountForms.text(code),
                    AccountForms.text(recovery),
                    request.getRemoteAddr(),
                    Welcome.deviceOf(request));
        }
    }

    @GetMapping
    Object page(@RequestParam(required = false) @Nullable String next, HttpServletRequest request, Model model) {
        if (halfWay.account(request).isEmpty()) {
            return Back.to(WayBack.through(SignInController.ADDRESS, WayBack.of(next)));
        }
        model.addAttribute("form", new CodeForm("", "", WayBack.of(next).orElse(null)));
        return PAGE;
    }

    @PostMapping
    Object give(
            @ModelAttribute("form") CodeForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var account = halfWay.account(request);
        if (account.isEmpty()) {
            return tooLate(form, flash);
        }
        return switch (step.attempt(account.get(), form.attempt(request))) {
            case Answer.Right right -> {
                welcome.in(right.account(), halfWay.unsent(request), request, response);
                yield Back.to(WayBack.of(form.next()).orElse(WayBack.HOME));
            }
            case Answer.Wrong wrong -> again("account.code.failed", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            case Answer.TooMany tooMany -> {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(tooMany.pause().toSeconds() + 1));
                yield again("account.sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS, response, model);
            }
        };
    }

    private static View tooLate(CodeForm form, RedirectAttributes flash) {
        Flash.problem(flash, "account.code.too-late");
        return Back.to(WayBack.through(SignInController.ADDRESS, WayBack.of(form.next())));
    }

    private static String again(String refused, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("refused", refused);
        return PAGE;
    }
}
