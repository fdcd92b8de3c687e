package rollcall.registration;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** A program's form as a whole: what it asks for, in which order. */
@Controller
@RequestMapping("/programs/{programId}/form")
class FormController {

    private final Programs programs;
    private final FormEdits edits;
    private final FormPages pages;

    FormController(Programs programs, FormEdits edits, FormPages pages) {
        this.programs = programs;
        this.edits = edits;
        this.pages = pages;
    }

    @GetMapping
    String page(Actor who, @PathVariable long programId, Model model) {
        return pages.form(model, programs.require(who, programId, Act.MANAGE));
    }

    @GetMapping("/preview")
    String preview(Actor who, @PathVariable long programId, Model model) {
        return pages.preview(model, programs.require(who, programId, Act.MANAGE));
    }

    @PostMapping("/fields/{key}/moves")
    Object move(
            Actor who,
            @PathVariable long programId,
            @PathVariable String key,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "false") boolean up,
            Model model,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        try {
            edits.move(who, programId, version, key, up);
            return Back.to(FormPages.address(program));
        } catch (StaleForm stale) {
            return stale(program, model, response);
        }
    }

    @GetMapping("/fields/{key}/removal")
    String askBeforeRemoval(Actor who, @PathVariable long programId, @PathVariable String key, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        return pages.removal(model, program, removable(programId, key));
    }

    private Field removable(long programId, String key) {
        return edits.of(programId).fields().stream()
                .filter(field -> field.key().equals(key) && !field.kind().always())
                .findFirst()
                .orElseThrow(NoSuchField::new);
    }

    @PostMapping("/fields/{key}/removal")
    Object remove(
            Actor who,
            @PathVariable long programId,
            @PathVariable String key,
            @RequestParam(defaultValue = "-1") int version,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        removable(programId, key);
        try {
            edits.remove(who, programId, version, key);
            Flash.success(next, "form.removed");
            return Back.to(FormPages.address(program));
        } catch (StaleForm stale) {
            return stale(program, model, response);
        }
    }

    private String stale(Program program, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        Flash.problem(model, "form.stale");
        return pages.form(model, program);
    }
}
