package rollcall.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.job.JobState;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.web.Attachments;
import rollcall.web.Back;
import rollcall.web.Flash;

/** A list of members as a file that is prepared in the background: asked for, looked at, fetched. */
@Controller
@RequestMapping("/programs/{programId}/exports")
class PreparedFileController {

    private final Programs programs;
    private final Exports exports;
    private final MemberExport export;

    PreparedFileController(Programs programs, Exports exports, MemberExport export) {
        this.programs = programs;
        this.exports = exports;
        this.export = export;
    }

    /** How a file stands, once its job has ended. */
    enum Stage {
        READY,
        EXPIRED,
        NOT_MADE
    }

    @PostMapping
    View prepare(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "CSV") ListFormat format,
            @RequestParam(required = false) @Nullable UUID requestId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.SEE);
        var form = ExportForm.ofList(sent).in(programs.channelOf(program));
        var chosen = form.chosen(export.questions(program));
        var asked = exports.prepare(program, who, form.list(), chosen, format, requestId);
        if (asked.another()) {
            Flash.problem(next, "transfer.prepared.one-at-a-time");
            return Back.to("/jobs/"
                    + exports.jobOf(exports.require(who, program, asked.id())).id());
        }
        return Back.to("/programs/%d/exports/%d".formatted(programId, asked.id()));
    }

    @GetMapping("/{exportId}")
    Object page(Actor who, @PathVariable long programId, @PathVariable long exportId, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var one = exports.require(who, program, exportId);
        var job = exports.jobOf(one);
        if (!job.state().ended()) {
            return Back.to("/jobs/" + job.id());
        }
        model.addAttribute("program", program);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        model.addAttribute("one", one);
        model.addAttribute("job", job);
        model.addAttribute("stage", stage(one, job.state()));
        return "transfer/prepared";
    }

    private Stage stage(PreparedFile one, JobState ended) {
        if (ended != JobState.DONE) {
            return Stage.NOT_MADE;
        }
        return exports.ready(one) ? Stage.READY : Stage.EXPIRED;
    }

    @GetMapping("/{exportId}/file")
    ResponseEntity<Resource> file(Actor who, @PathVariable long programId, @PathVariable long exportId) {
        var program = programs.require(who, programId, Act.SEE);
        var one = exports.require(who, program, exportId);
        var file = new FileSystemResource(exports.fetch(who, program, one));
        var name = program.name() + " – " + export.text("transfer.export.file");
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Attachments.named(name, one.format().extension()))
                .contentType(one.format().type())
                .body(file);
    }
}
