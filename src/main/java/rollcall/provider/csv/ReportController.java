package rollcall.provider.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.provider.Webinars;
import rollcall.provider.csv.Reports.NoReport;
import rollcall.transfer.CsvRefused;
import rollcall.transfer.UploadForm;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Attendance from a file: uploading it, saying what its columns are, and bringing it to the members. */
@Controller
@RequestMapping("/programs/{programId}/refreshes/files")
class ReportController {

    private final Programs programs;
    private final Webinars webinars;
    private final Reports reports;
    private final ReportPages pages;
    private final ReportRows rows;

    ReportController(Programs programs, Webinars webinars, Reports reports, ReportPages pages, ReportRows rows) {
        this.programs = programs;
        this.webinars = webinars;
        this.reports = reports;
        this.pages = pages;
        this.rows = rows;
    }

    @GetMapping
    String files(Actor who, @PathVariable long programId, Model model) {
        model.addAttribute("form", UploadForm.BLANK);
        return pages.files(model, programs.require(who, programId, Act.MANAGE));
    }

    @PostMapping
    Object upload(
            Actor who,
            @PathVariable long programId,
            @ModelAttribute("form") UploadForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        if (webinars.of(programId).isPresent()) {
            errors.reject("csv.has-provider");
        } else if (form.blank()) {
            errors.rejectValue("file", "transfer.file.missing");
        } else {
            try {
                var id = reports.upload(program, who, Objects.requireNonNull(form.file()));
                return Back.to("/programs/%d/refreshes/files/%d".formatted(programId, id));
            } catch (CsvRefused refused) {
                errors.rejectValue("file", refused.messageKey(), refused.arguments(), null);
            } catch (NoReport other) {
                errors.rejectValue("file", other.messageKey());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.files(model, program);
    }

    @GetMapping("/{fileId}")
    String columns(Actor who, @PathVariable long programId, @PathVariable long fileId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var file = reports.require(program, fileId);
        model.addAttribute("form", ReportForm.of(file.plan()));
        return pages.columns(model, program, file);
    }

    /** Stores what the columns are, and has it looked at what that would come to. */
    @PostMapping("/{fileId}")
    Object understand(
            Actor who,
            @PathVariable long programId,
            @PathVariable long fileId,
            @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String requestId,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var file = reports.require(program, fileId);
        form.check(rows.headings(file).size(), rows.examples(file), errors);
        if (!errors.hasErrors()) {
            look(model, file, form.plan(), errors);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.columns(model, program, file);
        }
        reports.understand(file, form.plan());
        return start(who, program, file, true, false, requestId, next);
    }

    private void look(Model model, ReportFile file, ReportPlan plan, BindingResult errors) {
        var look = rows.look(file.understoodBy(plan));
        if (look.unclear() > 0 && !plan.leavesOut()) {
            model.addAttribute("look", look);
            errors.reject("csv.unclear", new Object[] {look.unclear()}, null);
        } else if (look.attended() == 0 && look.rows() == look.unclear()) {
            errors.reject("csv.nothing");
        }
    }

    /** Brings it as it was last understood. */
    @PostMapping("/{fileId}/refreshes")
    View bring(
            Actor who,
            @PathVariable long programId,
            @PathVariable long fileId,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "false") boolean nobodyCame,
            @RequestParam(required = false) @Nullable String requestId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        return start(who, program, reports.require(program, fileId), preview, nobodyCame, requestId, next);
    }

    private View start(
            Actor who,
            Program program,
            ReportFile file,
            boolean preview,
            boolean nobodyCame,
            @Nullable String requestId,
            RedirectAttributes next) {
        var started = reports.bring(program, who, file, preview, nobodyCame, requestId);
        if (!started.fresh()) {
            Flash.success(next, "provider.refresh.already");
        }
        return Back.to("/programs/%d/refreshes/%d".formatted(program.key(), started.refreshId()));
    }

    @PostMapping("/{fileId}/removal")
    View discard(Actor who, @PathVariable long programId, @PathVariable long fileId, RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        reports.discard(reports.require(program, fileId));
        Flash.success(next, "csv.discarded");
        return Back.to("/programs/%d/refreshes".formatted(programId));
    }
}
