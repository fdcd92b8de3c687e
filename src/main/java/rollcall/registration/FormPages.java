package rollcall.registration;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.web.Crumb;

/** Fills in the pages on which a program's form is written. */
@Component
class FormPages {

    private final FormEdits edits;
    private final Forms forms;
    private final RegistrationPages publicPages;
    private final MessageSource messages;

    FormPages(FormEdits edits, Forms forms, RegistrationPages publicPages, MessageSource messages) {
        this.edits = edits;
        this.forms = forms;
        this.publicPages = publicPages;
        this.messages = messages;
    }

    static String address(Program program) {
        return "/programs/" + program.key() + "/form";
    }

    String form(Model model, Program program) {
        var stored = edits.of(program.key());
        fill(model, program);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        model.addAttribute("version", stored.version());
        model.addAttribute("fields", forms.demanded(stored, program.key()).fields());
        model.addAttribute("last", stored.fields().size() - 1);
        model.addAttribute("unasked", forms.unasked(program.key()));
        model.addAttribute("needed", forms.needed(program.key()));
        model.addAttribute("kinds", addable(stored));
        model.addAttribute("publicPage", publicPages.pathOf(program.key()).orElse(null));
        model.addAttribute("full", stored.fields().size() >= FormLimits.MOST_FIELDS);
        return "registration/form";
    }

    /** What a form may still ask for: of the person each thing once, questions as many as fit. */
    static List<FieldKind> addable(StoredForm stored) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.question() || stored.fields().stream().noneMatch(field -> field.kind() == kind))
                .toList();
    }

    String preview(Model model, Program program) {
        back(model, program);
        model.addAttribute("filled", forms.of(program).empty());
        return "registration/preview";
    }

    /** @param field null for one that is not there yet */
    String field(Model model, Program program, @Nullable Field field, FieldForm typed) {
        back(model, program);
        model.addAttribute("field", field);
        model.addAttribute("form", typed);
        model.addAttribute("demanded", demanded(program, typed.kind()));
        return "registration/field";
    }

    private boolean demanded(Program program, FieldKind kind) {
        var person = kind.person();
        return person != null && forms.needed(program.key()).contains(person);
    }

    String removal(Model model, Program program, Field field) {
        back(model, program);
        model.addAttribute("version", edits.of(program.key()).version());
        model.addAttribute("field", field);
        return "registration/removal";
    }

    private void back(Model model, Program program) {
        fill(model, program);
        var crumbs = ProgramNav.crumbs(program);
        var here =
                new Crumb(messages.getMessage("form.title", null, LocaleContextHolder.getLocale()), address(program));
        model.addAttribute("crumbs", List.of(crumbs.getFirst(), crumbs.getLast(), here));
    }

    private static void fill(Model model, Program program) {
        model.addAttribute("program", program);
        model.addAttribute("address", address(program));
    }
}
