package rollcall.mail;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages that list templates. */
@Component
class TemplateLists {

    private final TemplateRows rows;
    private final TemplateCheck check;
    private final List<TemplateUses> uses;
    private final TemplatePages pages;

    TemplateLists(TemplateRows rows, TemplateCheck check, List<TemplateUses> uses, TemplatePages pages) {
        this.rows = rows;
        this.check = check;
        this.uses = uses;
        this.pages = pages;
    }

    String list(Model model, Shelf shelf) {
        var program = shelf.programId();
        var shared = lines(rows.shared(false));
        pages.frame(model, shelf);
        model.addAttribute("own", program == null ? shared : lines(rows.of(program, false)));
        model.addAttribute("shared", program == null ? List.of() : shared);
        model.addAttribute("archived", program == null ? rows.shared(true) : rows.of(program, true));
        return "mail/templates";
    }

    private List<TemplateLine> lines(List<Template> templates) {
        var ids = templates.stream().map(Template::id).toList();
        var texts = rows.latestTexts(ids);
        var used = uses.stream().map(room -> room.of(ids)).toList();
        return templates.stream()
                .map(one -> line(
                        one,
                        texts.getOrDefault(one.id(), List.of()),
                        used.stream()
                                .flatMap(room -> room.getOrDefault(one.id(), List.of()).stream())
                                .toList()))
                .toList();
    }

    private TemplateLine line(Template template, List<TemplateText> texts, List<TemplateUses.Use> uses) {
        var plan = new TemplatePlan(
                template.name(), template.purpose(), template.withCalendar(), template.defaultLanguage(), texts);
        var problems = check.problems(plan).stream().map(Problem::said).toList();
        return new TemplateLine(
                template, texts.stream().map(TemplateText::language).toList(), problems, uses);
    }
}
