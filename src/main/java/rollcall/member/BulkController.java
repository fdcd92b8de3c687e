package rollcall.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;

/**
 * Changes the status of many members: the first request shows what it would come to, the second one, with
 * {@code confirm=true}, makes it. Who sends {@code confirm=true} at once goes without the preview.
 */
@Controller
class BulkController {

    private final Programs programs;
    private final BulkChanges changes;
    private final BulkPages pages;

    BulkController(Programs programs, BulkChanges changes, BulkPages pages) {
        this.programs = programs;
        this.changes = changes;
        this.pages = pages;
    }

    @PostMapping("/programs/{programId}/status-changes")
    Object change(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var form = BulkForm.of(sent, request.getQueryString());
        var problem = form.problem();
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.incomplete(model, program, form, problem);
        }
        if (!form.confirm()) {
            return pages.preview(model, who, program, form, null);
        }
        var objection = pages.objection(program, form);
        if (objection != null) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.preview(model, who, program, form, objection);
        }
        try {
            var asked = form.request(who, program);
            return Back.to(
                    addressOf(program, changes.confirm(program, asked, form.selection(program), form.preview())));
        } catch (StalePreview stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.preview(model, who, program, form, BulkPages.objection(stale));
        }
    }

    private static String addressOf(Program program, Confirmed confirmed) {
        return switch (confirmed) {
            case Confirmed.Done(var set) -> "/programs/%d/status-changes/%d".formatted(program.key(), set.id());
            case Confirmed.Running(var job) -> "/jobs/" + job;
        };
    }
}
