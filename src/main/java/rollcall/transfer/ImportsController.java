package rollcall.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Attachments;
import rollcall.web.Back;

/** The imports of a program, and where the next one begins. */
@Controller
@RequestMapping("/programs/{programId}/imports")
class ImportsController {

    private final Programs programs;
    private final Imports imports;
    private final ImportPages pages;

    ImportsController(Programs programs, Imports imports, ImportPages pages) {
        this.programs = programs;
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping
    String list(Actor who, @PathVariable long programId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        model.addAttribute("form", UploadForm.BLANK);
        return pages.list(model, program);
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
        if (form.blank()) {
            errors.rejectValue("file", "transfer.file.missing");
        } else {
            try {
                var id = imports.upload(program, who, Objects.requireNonNull(form.file()));
                return Back.to("/programs/%d/imports/%d/mapping".formatted(programId, id));
            } catch (CsvRefused refused) {
                errors.rejectValue("file", refused.messageKey(), refused.arguments(), null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.list(model, program);
    }

    /** A small file to begin with, in the reader's language. */
    @GetMapping("/sample.csv")
    ResponseEntity<byte[]> sample(Actor who, @PathVariable long programId) {
        programs.require(who, programId, Act.MANAGE);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachments.named("Rollcall sample", "csv"))
                .contentType(Attachments.CSV)
                .body(SampleFile.bytes());
    }
}
