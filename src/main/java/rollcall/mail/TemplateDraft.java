package rollcall.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import rollcall.web.Text;

/** Reads a {@link TemplateForm}: either there is a plan, or the errors say what is wrong, in the order of the form. */
final class TemplateDraft {

    static final int LONGEST_NAME = 200;

    private final TemplateForm form;
    private final BindingResult errors;
    private final TemplatePlan plan;

    TemplateDraft(TemplateForm form, TemplateCheck check) {
        this.form = form;
        this.errors = noErrors(form);
        this.plan =
                new TemplatePlan(name(), purpose(), form.field("withCalendar").equals("true"), usual(), texts());
        form.languages().forEach(this::checkCharacters);
        if (!errors.hasErrors()) {
            check.problems(plan).stream().filter(Problem::refused).forEach(this::reject);
        }
    }

    static BindingResult noErrors(TemplateForm form) {
        return new MapBindingResult(form.fields(), "form");
    }

    /** What the form plans; nothing when something in it is wrong. */
    Optional<TemplatePlan> plan() {
        return errors.hasErrors() ? Optional.empty() : Optional.of(plan);
    }

    /** As it was typed, also when something in it is wrong. */
    TemplatePlan typed() {
        return plan;
    }

    BindingResult errors() {
        return errors;
    }

    /** As the typist saw the template; one that no template ever has for a form that was not made by our page. */
    int version() {
        var typed = form.field("version");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private String name() {
        var name = Text.tidy(form.field("name"));
        if (name.isEmpty()) {
            errors.rejectValue("name", "mail.template.name.missing");
        } else if (name.length() > LONGEST_NAME) {
            errors.rejectValue("name", "mail.template.too-long", new Object[] {LONGEST_NAME}, null);
        } else if (Text.unwanted(name) || name.contains("\n")) {
            errors.rejectValue("name", "web.plain-text");
        }
        return name;
    }

    private Purpose purpose() {
        return form.field("purpose").equals(Purpose.MARKETING.name()) ? Purpose.MARKETING : Purpose.OPERATIONAL;
    }

    private String usual() {
        var typed = form.field("defaultLanguage");
        return form.languages().contains(typed) ? typed : Languages.ENGLISH;
    }

    /** A language that somebody left empty is not one of the template's. */
    private List<TemplateText> texts() {
        return form.languages().stream()
                .map(language -> new TemplateText(
                        language, typed("subject", language), typed("html", language), typed("text", language)))
                .filter(text -> !text.empty())
                .toList();
    }

    /** Lines stay where they are, because problems are named by them. */
    private String typed(String part, String language) {
        return Normalizer.normalize(form.field(part + "-" + language).stripTrailing(), Normalizer.Form.NFC);
    }

    private void checkCharacters(String language) {
        for (var part : List.of("subject", "html", "text")) {
            if (Text.unwanted(form.field(part + "-" + language))) {
                errors.rejectValue(part + "-" + language, "web.plain-text");
            }
        }
    }

    private void reject(Problem problem) {
        errors.rejectValue(
                problem.field(),
                problem.said().message(),
                problem.said().arguments().toArray(),
                null);
    }
}
