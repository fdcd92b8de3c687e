package rollcall.transfer;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
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
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.FragmentsRendering;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.transfer.MemberImport.Stage;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Says how an uploaded file is read and what its columns mean, until the rows are looked at. */
@Controller
@RequestMapping("/programs/{programId}/imports/{importId}")
class MappingController {

    private final Programs programs;
    private final Imports imports;
    private final ImportPages pages;

    MappingController(Programs programs, Imports imports, ImportPages pages) {
        this.programs = programs;
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/mapping")
    Object form(Actor who, @PathVariable long programId, @PathVariable long importId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = imports.require(program, importId);
        return open(one) ? page(model, program, one) : Back.to(address(one));
    }

    private String page(Model model, Program program, MemberImport one) {
        model.addAttribute("shape", ShapeForm.of(one.shape()));
        model.addAttribute("form", PlanForm.of(one.plan()));
        return pages.mapping(model, program, one);
    }

    @PostMapping("/shape")
    View reshape(
            Actor who,
            @PathVariable long programId,
            @PathVariable long importId,
            @Valid @ModelAttribute ShapeForm shape,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = imports.require(program, importId);
        try {
            reshape(program, who, one, shape);
        } catch (CsvRefused refused) {
            Flash.problem(next, refused.messageKey(), refused.arguments());
        }
        return Back.to(address(one) + "/mapping");
    }

    @HxRequest
    @PostMapping("/shape")
    Object reshapeInPlace(
            Actor who,
            @PathVariable long programId,
            @PathVariable long importId,
            @Valid @ModelAttribute ShapeForm shape,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        try {
            reshape(program, who, imports.require(program, importId), shape);
            Flash.success(model, "transfer.shape.done");
        } catch (CsvRefused refused) {
            Flash.problem(model, refused.messageKey(), refused.arguments());
        }
        page(model, program, imports.require(program, importId));
        return FragmentsRendering.fragment("transfer/mapping :: reading")
                .fragment("web/flash :: flash")
                .build();
    }

    private void reshape(Program program, Actor who, MemberImport one, ShapeForm shape) {
        if (!open(one)) {
            throw new NoSuchImport();
        }
        imports.reshape(program, who, one, shape.shape());
    }

    @PostMapping("/mapping")
    Object check(
            Actor who,
            @PathVariable long programId,
            @PathVariable long importId,
            @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = imports.require(program, importId);
        if (!open(one)) {
            return Back.to(address(one));
        }
        form.check(programs.channelOf(program), imports.preview(one), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("shape", ShapeForm.of(one.shape()));
            return pages.mapping(model, program, one);
        }
        var job = imports.check(program, who, one, form.plan());
        return Back.to(imports.require(program, importId).stage() == Stage.CHECKED ? address(one) : "/jobs/" + job);
    }

    /** Whether the plan may still be changed. */
    private static boolean open(MemberImport one) {
        return one.stage() == Stage.MAPPING || one.stage() == Stage.CHECKED;
    }

    private static String address(MemberImport one) {
        return "/programs/%d/imports/%d".formatted(one.programId(), one.id());
    }
}
