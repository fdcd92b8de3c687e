package rollcall.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.mail.TemplateUses.Use;

/** Fills the pages that list templates. */
@Component
class TemplateLists {

    private final TemplateRows rows;
    private final TemplateCheck check;
    private final List<TemplateUses> rooms;
    private final TemplatePages pages;

    TemplateLists(TemplateRows rows, TemplateCheck check, List<TemplateUses> rooms, TemplatePages pages) {
        this.rows = rows;
        this.check = check;
        this.rooms = rooms;
        this.pages = pages;
    }

    String list(Model model, Shelf shelf) {
        var program = shelf.programId();
        var uses = program == null ? Map.<Long, List<Use>>of() : uses(program);
        var shared = lines(rows.shared(false), uses);
        pages.frame(model, shelf);
        model.addAttribute("own", program == null ? shared : lines(rows.of(program, false), uses));
        model.addAttribute("shared", program == null ? List.of() : shared);
        model.addAttribute("archived", program == null ? rows.shared(true) : rows.of(program, true));
        return "mail/templates";
    }

    private Map<Long, List<Use>> uses(long programId) {
        var all = new HashMap<Long, List<Use>>();
        rooms.forEach(room -> room.in(programId)
                .forEach((template, uses) ->
                        all.computeIfAbsent(template, id -> new ArrayList<>()).addAll(uses)));
        return all;
    }

    private List<TemplateLine> lines(List<Template> templates, Map<Long, List<Use>> uses) {
        var texts = rows.latestTexts(templates.stream().map(Template::id).toList());
        return templates.stream()
                .map(one -> line(one, texts.getOrDefault(one.id(), List.of()), uses.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private TemplateLine line(Template template, List<TemplateText> texts, List<Use> uses) {
        var plan = new TemplatePlan(
                template.name(), template.purpose(), template.withCalendar(), template.defaultLanguage(), texts);
        var problems = check.problems(plan).stream().map(Problem::said).toList();
        return new TemplateLine(
                template, texts.stream().map(TemplateText::language).toList(), problems, uses);
    }
}
