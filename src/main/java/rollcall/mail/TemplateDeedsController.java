package rollcall.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** What is done with a template besides writing it. {@link Shelves} lets in who may. */
@Controller
class TemplateDeedsController {

    private final StoredTemplates templates;
    private final TemplateChanges changes;
    private final TestLetters letters;
    private final MessageSource messages;

    TemplateDeedsController(
            StoredTemplates templates, TemplateChanges changes, TestLetters letters, MessageSource messages) {
        this.templates = templates;
        this.changes = changes;
        this.letters = letters;
        this.messages = messages;
    }

    /** @param template one of the program's, or one that all programs share */
    @PostMapping({Shelves.OF_PROGRAM + "/copies", Shelves.SHARED + "/copies"})
    View copy(
            Actor who,
            @ModelAttribute(name = "shelf", binding = false) Shelf shelf,
            @RequestParam long template,
            RedirectAttributes next) {
        var original = templates
                .find(template)
                .filter(one -> one.programId() == null || one.programId().equals(shelf.programId()))
                .orElseThrow(NoSuchTemplate::new);
        var plan = templates.planOf(original);
        var id = changes.create(shelf.programId(), plan.called(nameOfCopy(plan.name())), who);
        Flash.success(next, "mail.template.copied", plan.name());
        return Back.to(shelf.address(id));
    }

    private String nameOfCopy(String name) {
        var copy = messages.getMessage("mail.template.copy-of", new Object[] {name}, LocaleContextHolder.getLocale());
        return copy.length() > TemplateDraft.LONGEST_NAME ? name : copy;
    }

    /**
     * Says again what an older version said.
     *
     * @param version the older one
     * @param seen the newest one that the asker saw
     */
    @PostMapping({Shelves.ONE_OF_PROGRAM + "/versions", Shelves.ONE_SHARED + "/versions"})
    View restore(
            Actor who,
            @ModelAttribute(name = "shelf", binding = false) Shelf shelf,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable Integer seen,
            RedirectAttributes next) {
        changes.restore(shelf.one(), version, seen == null ? shelf.one().version() : seen, who);
        Flash.success(next, "mail.template.restored", version);
        return Back.to(shelf.address(shelf.one().id()));
    }

    @PostMapping({Shelves.ONE_OF_PROGRAM + "/archive", Shelves.ONE_SHARED + "/archive"})
    View archive(Actor who, @ModelAttribute(name = "shelf", binding = false) Shelf shelf, RedirectAttributes next) {
        changes.archive(shelf.one(), who);
        Flash.success(next, "mail.template.archived", shelf.one().name());
        return Back.to(shelf.address());
    }

    @PostMapping({Shelves.ONE_OF_PROGRAM + "/restore", Shelves.ONE_SHARED + "/restore"})
    View bringBack(Actor who, @ModelAttribute(name = "shelf", binding = false) Shelf shelf, RedirectAttributes next) {
        changes.bringBack(shelf.one(), who);
        Flash.success(next, "mail.template.back", shelf.one().name());
        return Back.to(shelf.address(shelf.one().id()));
    }

    /** @param member as whom the asker wants to read it; null for an example */
    @PostMapping({Shelves.ONE_OF_PROGRAM + "/test-letters", Shelves.ONE_SHARED + "/test-letters"})
    View test(
            Actor who,
            @ModelAttribute(name = "shelf", binding = false) Shelf shelf,
            @RequestParam(required = false) @Nullable Long member,
            RedirectAttributes next) {
        letters.write(shelf, member, who);
        Flash.success(next, "mail.template.tested");
        return Back.to(shelf.address(shelf.one().id()) + (member == null ? "" : "?member=" + member));
    }
}
