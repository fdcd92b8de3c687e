package rollcall.provider;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Settles several people at once whom the program does not know, as they were ticked in the list. */
@Controller
@RequestMapping("/programs/{programId}/unmatched")
class UnmatchedTicksController {

    private final Programs programs;
    private final Unmatched unmatched;

    UnmatchedTicksController(Programs programs, Unmatched unmatched) {
        this.programs = programs;
        this.unmatched = unmatched;
    }

    /** Brings those in who are registered at the provider, under the name and the address that they have there. */
    @PostMapping("/additions")
    View add(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") List<Long> attendeeId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        ifAny(attendeeId, next, () -> {
            var added = unmatched.addRegistered(who, program, attendeeId);
            Flash.success(next, "provider.unmatched.all-added", added, attendeeId.size() - added);
        });
        return list(programId, "");
    }

    @PostMapping("/dismissals")
    View dismiss(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") List<Long> attendeeId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        ifAny(
                attendeeId,
                next,
                () -> Flash.success(next, "provider.unmatched.dismissed", unmatched.dismiss(who, program, attendeeId)));
        return list(programId, "");
    }

    @PostMapping("/reopenings")
    View reopen(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") List<Long> attendeeId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        ifAny(
                attendeeId,
                next,
                () -> Flash.success(next, "provider.unmatched.reopened", unmatched.reopen(program, attendeeId)));
        return list(programId, "?show=dismissed");
    }

    /** Says so when nobody was ticked. */
    private static void ifAny(List<Long> ticked, RedirectAttributes next, Runnable deed) {
        if (ticked.isEmpty()) {
            Flash.problem(next, "provider.unmatched.nobody-ticked");
        } else {
            deed.run();
        }
    }

    private static View list(long programId, String query) {
        return Back.to("/programs/%d/unmatched%s".formatted(programId, query));
    }
}
