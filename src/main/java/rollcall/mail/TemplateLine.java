package rollcall.mail;

import java.util.List;

/** One template as a list shows it. */
record TemplateLine(
        Template template, List<String> languages, List<TemplateProblem> problems, List<TemplateUses.Use> uses) {}
