package rollcall.mail;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Something in a template that cannot be sent, and where.
 *
 * @param field of the editor: {@code html-sv}
 */
record Problem(String field, TemplateProblem said) {

    /** @param part subject, html or text */
    static Problem of(String part, String language, Finding finding) {
        var arguments = List.<Object>of(label(part), label(language), finding.line(), finding.what());
        return new Problem(
                part + "-" + language,
                new TemplateProblem(
                        "mail.problem." + finding.kind(),
                        arguments,
                        finding.kind().refused()));
    }

    static Problem about(String part, String language, String message, Object... arguments) {
        var all = new java.util.ArrayList<Object>(List.of(label(part), label(language)));
        all.addAll(List.of(arguments));
        return new Problem(part + "-" + language, new TemplateProblem(message, List.copyOf(all), true));
    }

    boolean refused() {
        return said.refused();
    }

    /** What a message calls a part or a language: by its name in the reader's language. */
    private static MessageSourceResolvable label(String what) {
        return new DefaultMessageSourceResolvable(new String[] {"mail.part." + what}, what);
    }
}
