package rollcall.transfer;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.transfer.MemberImport.Stage;
import rollcall.web.Attachments;
import rollcall.web.Back;
import rollcall.web.Flash;

/** One import: its dry run, its confirmation, and what it came to. */
@Controller
@RequestMapping("/programs/{programId}/imports/{importId}")
class ImportController {

    private final Programs programs;
    private final Imports imports;
    private final ImportPages pages;
    private final RefusedRows refusedRows;
    private final ApplicationEventPublisher events;

    ImportController(
            Programs programs,
            Imports imports,
            ImportPages pages,
            RefusedRows refusedRows,
            ApplicationEventPublisher events) {
        this.programs = programs;
        this.imports = imports;
        this.pages = pages;
        this.refusedRows = refusedRows;
        this.events = events;
    }

    @GetMapping
    Object page(
            Actor who,
            @PathVariable long programId,
            @PathVariable long importId,
            @RequestParam(defaultValue = "REFUSED") Verdict.Kind show,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = imports.require(program, importId);
        return switch (one.stage()) {
            case MAPPING -> Back.to(address(programId, importId) + "/mapping");
            case CHECKING, RUNNING -> Back.to("/jobs/" + one.jobId());
            case CHECKED, ENDED, EXPIRED -> pages.one(model, program, one, show);
        };
    }

    /** Other rows of the same page. */
    @HxRequest
    @GetMapping
    Object rows(
            Actor who,
            @PathVariable long programId,
            @PathVariable long importId,
            @RequestParam(defaultValue = "REFUSED") Verdict.Kind show,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        pages.one(model, program, imports.require(program, importId), show);
        return "transfer/import :: rows";
    }

    @PostMapping("/confirmation")
    View confirm(Actor who, @PathVariable long programId, @PathVariable long importId) {
        var program = programs.require(who, programId, Act.MANAGE);
        return Back.to("/jobs/" + imports.confirm(program, who, importId));
    }

    @PostMapping("/removal")
    View discard(Actor who, @PathVariable long programId, @PathVariable long importId, RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        imports.discard(program, importId);
        Flash.success(next, "transfer.discarded");
        return Back.to("/programs/%d/imports".formatted(programId));
    }

    /** The rows that were not taken, ready to be corrected and uploaded again. */
    @GetMapping("/refused.csv")
    void refused(Actor who, @PathVariable long programId, @PathVariable long importId, HttpServletResponse response)
            throws IOException {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = imports.require(program, importId);
        if (one.stage() != Stage.ENDED) {
            throw new NoSuchImport();
        }
        response.setContentType(Attachments.CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachments.named(refusedRows.fileName(one), "csv"));
        events.publishEvent(new AuditApplicationEvent(
                who.key(),
                "REFUSED_EXPORTED",
                Map.of("program", programId, "rows", one.done().refused())));
        refusedRows.write(one, response.getOutputStream());
    }

    private static String address(long programId, long importId) {
        return "/programs/%d/imports/%d".formatted(programId, importId);
    }
}
