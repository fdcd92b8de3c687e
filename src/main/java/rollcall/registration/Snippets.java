package rollcall.registration;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import rollcall.web.PublicUrl;

/** What is copied into other sites, so that people register from there. */
@Component
class Snippets {

    private final MessageSource messages;
    private final PublicUrl publicUrl;

    Snippets(MessageSource messages, PublicUrl publicUrl) {
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /**
     * @param frame shows the page on a site that is on its list
     * @param form a plain form, which works on any site; texts can be changed there, names of inputs cannot
     */
    record Both(String frame, String form) {}

    Both of(RegistrationPage page, String title, Form form) {
        var address = publicUrl.link(page.path());
        var frame = "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"900\"></iframe>"
                .formatted(address, HtmlUtils.htmlEscape(title));
        var inputs = form.fields().stream().map(this::input).collect(Collectors.joining("\n"));
        return new Both(
                frame,
                "<form method=\"post\" action=\"%s\">\n%s\n  <button>%s</button>\n</form>"
                        .formatted(address, inputs, say("registration.submit")));
    }

    private String input(Field field) {
        var label = HtmlUtils.htmlEscape(field.kind().question() ? field.label() : say("person.field." + field.key()));
        return switch (field.kind()) {
            case LONG_TEXT -> labelled(label, "<textarea%s></textarea>".formatted(named(field)));
            case CONSENT ->
                "  <p>%s</p>\n  <label><input type=\"checkbox\" value=\"yes\"%s> %s</label>"
                        .formatted(label, named(field), HtmlUtils.htmlEscape(field.wording()));
            case ONE, SEVERAL, YES_NO ->
                "  <fieldset><legend>%s</legend>\n%s\n  </fieldset>".formatted(label, choices(field));
            case EMAIL -> labelled(label, "<input type=\"email\"%s>".formatted(named(field)));
            default -> labelled(label, "<input%s>".formatted(named(field)));
        };
    }

    private static String labelled(String label, String input) {
        return "  <label>%s %s</label>".formatted(label, input);
    }

    private static String named(Field field) {
        return " name=\"%s\"%s".formatted(field.key(), field.required() ? " required" : "");
    }

    private String choices(Field field) {
        var type = field.kind() == FieldKind.SEVERAL ? "checkbox" : "radio";
        return field.choices().stream()
                .map(option -> "    <label><input type=\"%s\" name=\"%s\" value=\"%s\"> %s</label>"
                        .formatted(
                                type,
                                field.key(),
                                HtmlUtils.htmlEscape(option),
                                field.kind() == FieldKind.YES_NO
                                        ? say("form." + option)
                                        : HtmlUtils.htmlEscape(option)))
                .collect(Collectors.joining("\n"));
    }

    private String say(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, locale);
    }
}
