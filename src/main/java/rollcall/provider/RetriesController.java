package rollcall.provider;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.Confirmed;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Sends registrations again that the provider refused. */
@Controller
class RetriesController {

    private static final int LONGEST_ID = 60;

    private final ErrorDesk errors;

    RetriesController(ErrorDesk errors) {
        this.errors = errors;
    }

    @PostMapping("/programs/{programId}/retries")
    View retry(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String requestId,
            RedirectAttributes next) {
        var id = requestId.isBlank() || requestId.length() > LONGEST_ID
                ? java.util.UUID.randomUUID().toString()
                : requestId;
        return switch (errors.retry(who, programId, cause, id)) {
            case Confirmed.Running(var job) -> Back.to("/jobs/" + job);
            case Confirmed.Done(var changeSet) -> {
                Flash.success(next, "provider.retried", changeSet.changed());
                yield Back.to("/programs/" + programId);
            }
        };
    }
}
