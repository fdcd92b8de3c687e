package rollcall.member;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Corrects a whole change set, or all that a job changed: the page shows what it comes to, its form makes it. */
@Controller
@RequestMapping("/programs/{programId}/status-changes")
class CorrectionsController {

    private final Programs programs;
    private final BulkCorrections corrections;
    private final CorrectionPages pages;

    CorrectionsController(Programs programs, BulkCorrections corrections, CorrectionPages pages) {
        this.programs = programs;
        this.corrections = corrections;
        this.pages = pages;
    }

    @GetMapping("/{changeSetId:\\d+}/correction")
    String preview(
            Actor who,
            @PathVariable long programId,
            @PathVariable long changeSetId,
            @RequestParam(defaultValue = "false") boolean ahead,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        return pages.ofMistake(model, who, program, new Mistake.OfChangeSet(changeSetId), CorrectionForm.blank(ahead));
    }

    @GetMapping("/job/{jobId:\\d+}/correction")
    String previewOfJob(
            Actor who,
            @PathVariable long programId,
            @PathVariable long jobId,
            @RequestParam(defaultValue = "false") boolean ahead,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        return pages.ofMistake(model, who, program, new Mistake.OfJob(jobId), CorrectionForm.blank(ahead));
    }

    @PostMapping("/{changeSetId:\\d+}/correction")
    Object correct(
            Actor who,
            @PathVariable long programId,
            @PathVariable long changeSetId,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        return correct(who, program, new Mistake.OfChangeSet(changeSetId), form, errors, model, response);
    }

    @PostMapping("/job/{jobId:\\d+}/correction")
    Object correctJob(
            Actor who,
            @PathVariable long programId,
            @PathVariable long jobId,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        return correct(who, program, new Mistake.OfJob(jobId), form, errors, model, response);
    }

    private Object correct(
            Actor who,
            Program program,
            Mistake mistake,
            CorrectionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Flash.problem(
                    model, "member.correction.wrong", errors.getAllErrors().getFirst());
            return pages.ofMistake(model, who, program, mistake, form);
        }
        var request = form.request(who, program);
        if (corrections.overtaken(program, request, mistake, form.previewed())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Flash.problem(model, "member.correction.overtaken");
            return pages.ofMistake(model, who, program, mistake, form);
        }
        return Back.to(addressOf(program, corrections.confirm(program, request, mistake)));
    }

    private static String addressOf(Program program, Confirmed confirmed) {
        return switch (confirmed) {
            case Confirmed.Done(var set) -> "/programs/%d/status-changes/%d".formatted(program.key(), set.id());
            case Confirmed.Running(var job) -> "/jobs/" + job;
        };
    }
}
