package rollcall.mail;

import java.util.List;

/** What somebody wants a template to be. */
record TemplatePlan(
        String name, Purpose purpose, boolean withCalendar, String defaultLanguage, List<TemplateText> texts) {

    TemplatePlan called(String other) {
        return new TemplatePlan(other, purpose, withCalendar, defaultLanguage, texts);
    }

    /** With a language for everybody else that is among its texts: an older version may not have had today's. */
    TemplatePlan speakingUsualLanguage() {
        var speaks = texts.stream().anyMatch(text -> text.language().equals(defaultLanguage));
        return speaks
                ? this
                : new TemplatePlan(name, purpose, withCalendar, texts.getFirst().language(), texts);
    }
}
