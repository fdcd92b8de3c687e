package rollcall.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Program;
import rollcall.web.Back;
import rollcall.web.PageLocale;

/** Takes the form of a public page, from the page itself or from a form on any other site. */
@Controller
class SubmissionController {

    private final Doors doors;
    private final PublicModel pages;
    private final Forms forms;
    private final Stamps stamps;
    private final Throttle throttle;
    private final Submissions submissions;

    SubmissionController(
            Doors doors, PublicModel pages, Forms forms, Stamps stamps, Throttle throttle, Submissions submissions) {
        this.doors = doors;
        this.pages = pages;
        this.forms = forms;
        this.stamps = stamps;
        this.throttle = throttle;
        this.submissions = submissions;
    }

    @PostMapping("/r/{slug}")
    Object receive(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var sent = Sent.of(parameters);
        return doors.enter(
                slug,
                "",
                model,
                request,
                response,
                (page, program) -> sent.trap().isEmpty()
                        ? throttled(page, program, sent, parameters, model, request, response)
                        : thanks(page, request)); // a machine learns nothing
    }

    private Object throttled(
            RegistrationPage page,
            Program program,
            Sent sent,
            MultiValueMap<String, String> parameters,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var filled = forms.of(program).read(parameters);
        var opened = stamps.read(program.key(), sent.stamp());
        var wait = throttle.waitOf(request.getRemoteAddr(), program.key(), opened.isPresent());
        var answer = new Answering(page, program, sent, filled, model, response);
        if (!wait.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(wait)));
            return answer.again(HttpStatus.TOO_MANY_REQUESTS, "registration.slow");
        }
        return read(answer, opened, request);
    }

    private Object read(Answering answer, Optional<Instant> opened, HttpServletRequest request) {
        if (!answer.filled.ok()) {
            return answer.again(HttpStatus.UNPROCESSABLE_CONTENT, null);
        }
        if (opened.filter(stamps::tooFast).isPresent()) {
            return answer.again(HttpStatus.UNPROCESSABLE_CONTENT, "registration.fast");
        }
        var language = LocaleContextHolder.getLocale().getLanguage();
        var form = new Submission(answer.filled, language, answer.sent.requestId(), opened.orElse(null));
        var state = submissions.receive(answer.page, form);
        return state.takesForms()
                ? thanks(answer.page, request)
                : answer.again(HttpStatus.CONFLICT, "registration.sent." + state);
    }

    private static Object thanks(RegistrationPage page, HttpServletRequest request) {
        return Back.to(page.path() + "/thanks"
                + PageLocale.of(request).map(language -> "?lang=" + language).orElse(""));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.toSeconds());
    }

    /** Everything that an answer with the same form again needs. */
    private final class Answering {

        private final RegistrationPage page;
        private final Program program;
        private final Sent sent;
        private final Filled filled;
        private final Model model;
        private final HttpServletResponse response;

        Answering(
                RegistrationPage page,
                Program program,
                Sent sent,
                Filled filled,
                Model model,
                HttpServletResponse response) {
            this.page = page;
            this.program = program;
            this.sent = sent;
            this.filled = filled;
            this.model = model;
            this.response = response;
        }

        /** With all that was typed, as long as there is a form. */
        String again(HttpStatus status, @Nullable String notice) {
            response.setStatus(status.value());
            if (pages.fill(model, page, program).takesForms()) {
                pages.again(model, sent, filled);
            }
            model.addAttribute("notice", notice);
            return "registration/page";
        }
    }
}
