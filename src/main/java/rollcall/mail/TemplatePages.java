package rollcall.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Fills the editor of a template. */
@Component
class TemplatePages {

    private final TemplateRows rows;
    private final StoredTemplates templates;
    private final TemplateCheck check;
    private final PreviewPages previews;
    private final MessageSource messages;

    TemplatePages(
            TemplateRows rows,
            StoredTemplates templates,
            TemplateCheck check,
            PreviewPages previews,
            MessageSource messages) {
        this.rows = rows;
        this.templates = templates;
        this.check = check;
        this.previews = previews;
        this.messages = messages;
    }

    /** What stands around each page of templates. */
    void frame(Model model, Shelf shelf) {
        var list = shelf.program() == null ? "mail.templates.shared" : "mail.templates";
        model.addAttribute("program", shelf.program());
        model.addAttribute("crumbs", shelf.crumbs(messages.getMessage(list, null, LocaleContextHolder.getLocale())));
    }

    /** The form of a new template. */
    String blank(Model model, Shelf shelf) {
        var form = TemplateForm.blank();
        return form(model, shelf, form, TemplateDraft.noErrors(form));
    }

    String editor(Model model, Shelf shelf, PreviewChoice choice) {
        var template = shelf.one();
        var plan = templates.planOf(template);
        var form = TemplateForm.of(plan, Integer.toString(template.version()));
        return editor(model, shelf, form, TemplateDraft.noErrors(form), plan, choice);
    }

    /** The form with what is wrong in it, or with a further language. */
    String again(Model model, Shelf shelf, TemplateForm form, BindingResult errors, HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return shelf.template() == null
                ? form(model, shelf, form, errors)
                : editor(model, shelf, form, errors, templates.planOf(shelf.one()), PreviewChoice.USUAL);
    }

    private String editor(
            Model model,
            Shelf shelf,
            TemplateForm form,
            BindingResult errors,
            TemplatePlan stored,
            PreviewChoice choice) {
        var template = shelf.one();
        previews.show(model, shelf, choice);
        model.addAttribute("template", template);
        model.addAttribute("archived", rows.archived(template.id()));
        model.addAttribute("versions", rows.versions(template.id()));
        model.addAttribute("warnings", warnings(stored));
        return form(model, shelf, form, errors);
    }

    /** What cannot be sent, and what is left out. */
    private List<TemplateProblem> warnings(TemplatePlan stored) {
        var all = new ArrayList<>(check.problems(stored));
        all.addAll(check.leftOut(stored.texts()));
        return all.stream().map(Problem::said).toList();
    }

    private String form(Model model, Shelf shelf, TemplateForm form, BindingResult errors) {
        frame(model, shelf);
        model.addAttribute("form", form.fields());
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        model.addAttribute("languages", form.languages());
        model.addAttribute("further", form.further());
        model.addAttribute("tokens", Token.values());
        model.addAttribute(
                "action",
                shelf.template() == null
                        ? shelf.address()
                        : shelf.address(shelf.one().id()));
        return "mail/template";
    }

    /** Theirs and yours, side by side, for somebody whose form was overtaken. */
    String stale(Model model, Shelf shelf, TemplateForm yours, HttpServletResponse response) {
        var current = rows.find(shelf.one().id()).orElseThrow(NoSuchTemplate::new);
        var theirs = TemplateForm.of(templates.planOf(current), Integer.toString(current.version()));
        response.setStatus(HttpStatus.CONFLICT.value());
        frame(model, shelf);
        model.addAttribute("template", current);
        model.addAttribute("yours", yours);
        model.addAttribute("differences", TemplateDifference.between(theirs, yours));
        return "mail/template-stale";
    }
}
