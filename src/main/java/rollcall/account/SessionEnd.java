package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import rollcall.program.Actor;

/** Says how long a session lasts when nothing more is asked, so that a page can warn before it ends. */
@Controller
class SessionEnd {

    static final String HEADER = "X-Session-Seconds";

    private final SignInLimits limits;
    private final Clock clock;

    SessionEnd(SignInLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Asking anything prolongs a session; this asks nothing else. */
    @PostMapping("/account/session")
    ResponseEntity<Void> prolong(Actor who, HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(HEADER, String.valueOf(secondsLeft(request)))
                .build();
    }

    /** Null when there is no session that somebody signed in to. */
    @Nullable
    Long secondsLeft(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(SessionAccounts.SINCE) instanceof String since)) {
            return null;
        }
        var atMost = Duration.between(clock.instant(), Instant.parse(since).plus(limits.lasts()));
        return Math.min(session.getMaxInactiveInterval(), atMost.toSeconds());
    }

    /** Gives every page {@code sessionSeconds}. */
    @ControllerAdvice
    static class OnEveryPage {

        private final SessionEnd end;

        OnEveryPage(SessionEnd end) {
            this.end = end;
        }

        @ModelAttribute("sessionSeconds")
        @Nullable
        Long sessionSeconds(HttpServletRequest request) {
            return SignedInAccount.now().isEmpty() ? null : end.secondsLeft(request);
        }
    }
}
