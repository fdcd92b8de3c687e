package rollcall.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** What letters say: the list of templates, and the editor of one. {@link Shelves} lets in who may. */
@Controller
class TemplateController {

    private final TemplateLists lists;
    private final TemplatePages pages;
    private final TemplateCheck check;
    private final TemplateChanges changes;

    TemplateController(TemplateLists lists, TemplatePages pages, TemplateCheck check, TemplateChanges changes) {
        this.lists = lists;
        this.pages = pages;
        this.check = check;
        this.changes = changes;
    }

    @GetMapping({Shelves.OF_PROGRAM, Shelves.SHARED})
    String list(@ModelAttribute(name = "shelf", binding = false) Shelf shelf, Model model) {
        return lists.list(model, shelf);
    }

    @GetMapping({Shelves.OF_PROGRAM + "/new", Shelves.SHARED + "/new"})
    String blank(@ModelAttribute(name = "shelf", binding = false) Shelf shelf, Model model) {
        return pages.blank(model, shelf);
    }

    @PostMapping({Shelves.OF_PROGRAM, Shelves.SHARED})
    Object create(
            Actor who,
            @ModelAttribute(name = "shelf", binding = false) Shelf shelf,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var form = TemplateForm.of(sent);
        var plan = planned(sent, form, shelf, model, response);
        return plan.<Object>map(one -> {
                    var id = changes.create(shelf.programId(), one, who);
                    Flash.success(next, "mail.template.created", one.name());
                    return Back.to(shelf.address(id));
                })
                .orElse("mail/template");
    }

    @GetMapping({Shelves.ONE_OF_PROGRAM, Shelves.ONE_SHARED})
    String editor(@ModelAttribute(name = "shelf", binding = false) Shelf shelf, PreviewChoice choice, Model model) {
        return pages.editor(model, shelf, choice);
    }

    @PostMapping({Shelves.ONE_OF_PROGRAM, Shelves.ONE_SHARED})
    Object store(
            Actor who,
            @ModelAttribute(name = "shelf", binding = false) Shelf shelf,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var form = TemplateForm.of(sent);
        var plan = planned(sent, form, shelf, model, response);
        if (plan.isEmpty()) {
            return "mail/template";
        }
        try {
            changes.store(shelf.one(), new TemplateDraft(form, check).version(), plan.get(), who);
            Flash.success(next, "mail.template.stored", plan.get().name());
            return Back.to(shelf.address(shelf.one().id()));
        } catch (StaleTemplate overtaken) {
            return pages.stale(model, shelf, form, response);
        }
    }

    /** What is to be stored; nothing when the form is shown again, with a further language or with what is wrong in it. */
    private Optional<TemplatePlan> planned(
            MultiValueMap<String, String> sent,
            TemplateForm form,
            Shelf shelf,
            Model model,
            HttpServletResponse response) {
        if (sent.containsKey("add")) {
            pages.again(model, shelf, form, TemplateDraft.noErrors(form), response);
            return Optional.empty();
        }
        var draft = new TemplateDraft(form, check);
        if (draft.plan().isEmpty()) {
            pages.again(model, shelf, form, draft.errors(), response);
        }
        return draft.plan();
    }
}
