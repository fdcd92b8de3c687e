package rollcall.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.Text;

/** One field of a program's form: adding it and changing it. */
@Controller
@RequestMapping("/programs/{programId}/form/fields")
class FieldController {

    private final Programs programs;
    private final FormEdits edits;
    private final FormPages pages;

    FieldController(Programs programs, FormEdits edits, FormPages pages) {
        this.programs = programs;
        this.edits = edits;
        this.pages = pages;
    }

    @GetMapping("/new")
    String blank(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "SHORT_TEXT") String kind,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var version = edits.of(programId).version();
        return pages.field(model, program, null, FieldForm.blank(version, kind(kind)));
    }

    /** Not bound as what it is: whether somebody may ask comes before whether they ask right. Anything else is a short text. */
    private static FieldKind kind(String word) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElse(FieldKind.SHORT_TEXT);
    }

    @PostMapping
    Object add(
            Actor who,
            @PathVariable long programId,
            @ModelAttribute("form") FieldForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        var stored = edits.of(programId);
        form.check(errors);
        checkRoom(stored, form, errors);
        checkName(stored, null, form, errors);
        return settle(who, program, null, form, errors, model, next, response);
    }

    private static void checkRoom(StoredForm stored, FieldForm form, BindingResult errors) {
        if (stored.fields().size() >= FormLimits.MOST_FIELDS) {
            errors.reject("form.full", new Object[] {FormLimits.MOST_FIELDS}, null);
        } else if (!FormPages.addable(stored).contains(form.kind())) {
            errors.reject("form.there");
        }
    }

    /** Two questions of one name would have one answer. */
    private static void checkName(StoredForm stored, @Nullable Field self, FieldForm form, BindingResult errors) {
        var said = Text.folded(form.label());
        var taken = form.kind().question()
                && stored.fields().stream()
                        .filter(field -> field.kind().question())
                        .filter(field -> self == null || !field.key().equals(self.key()))
                        .anyMatch(field -> Text.folded(field.label()).equals(said)
                                || self == null && Text.folded(field.name()).equals(said));
        if (taken) {
            errors.rejectValue("label", "form.field.label.taken");
        }
    }

    @GetMapping("/{key}")
    String edit(Actor who, @PathVariable long programId, @PathVariable String key, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var stored = edits.of(programId);
        var field = field(stored, key);
        return pages.field(model, program, field, FieldForm.of(stored.version(), field));
    }

    private static Field field(StoredForm stored, String key) {
        return stored.fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(NoSuchField::new);
    }

    @PostMapping("/{key}")
    Object change(
            Actor who,
            @PathVariable long programId,
            @PathVariable String key,
            @ModelAttribute("form") FieldForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        var stored = edits.of(programId);
        var field = field(stored, key);
        var typed = form.ofKind(field.kind());
        typed.check(errors);
        checkName(stored, field, typed, errors);
        return settle(who, program, field, typed, errors, model, next, response);
    }

    private Object settle(
            Actor who,
            Program program,
            @Nullable Field field,
            FieldForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.field(model, program, field, form);
        }
        try {
            if (field == null) {
                edits.add(who, program.key(), form);
            } else {
                edits.change(who, program.key(), field.key(), form);
            }
        } catch (StaleForm stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Flash.problem(model, "form.stale.field");
            return pages.field(
                    model, program, field, form.seenAs(edits.of(program.key()).version()));
        }
        Flash.success(next, "form.stored");
        return Back.to(FormPages.address(program));
    }
}
