package rollcall.mail;

import java.util.EnumSet;
import rollcall.mail.Rendering.Outcome;

/** What a version of a template says in one language, made ready for any number of recipients. */
record Wording(String language, Script subject, Script html, Script text) {

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_BODY = 200_000;

    static Wording of(TemplateText text, Purpose purpose, Sheet sheet) {
        var language = Languages.locale(text.language());
        var body = SafeHtml.clean(text.html());
        var plain = text.text().isBlank() ? HtmlText.of(body) : text.text();
        var html = HtmlScript.of(SafeHtml.dressed(body));
        var words = Script.of(TokenText.read(plain).pieces(), Voice.PLAIN);
        return new Wording(
                text.language(),
                Script.of(TokenText.read(text.subject()).pieces(), Voice.SUBJECT),
                sheet.html(html, purpose, needsLink(html, purpose), language),
                sheet.text(words, purpose, needsLink(words, purpose), language));
    }

    /** What advertises must always say how to get no more of it. */
    private static boolean needsLink(Script script, Purpose purpose) {
        return purpose == Purpose.MARKETING && !script.says(Token.LINK_UNSUBSCRIBE);
    }

    /** Subject and bodies for one recipient, or why nothing can be said to them. */
    Outcome read(Sayings sayings, String address, String name) {
        var unsaid = EnumSet.noneOf(Token.class);
        var said = new Rendered(
                cut(subject.read(sayings, unsaid).strip()),
                html.read(sayings, unsaid),
                text.read(sayings, unsaid),
                null,
                "");
        if (!unsaid.isEmpty()) {
            return Unsaid.empty(unsaid.iterator().next());
        }
        return said.html().length() > LONGEST_BODY || said.text().length() > LONGEST_BODY
                ? Unsaid.tooLong()
                : new Outcome.Said(said, address, name);
    }

    /** Whether nothing can be said to somebody for whom that comes to nothing. */
    boolean needs(Token token) {
        return subject.needs(token) || html.needs(token) || text.needs(token);
    }

    private static String cut(String subject) {
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject;
        }
        int end = Character.isHighSurrogate(subject.charAt(LONGEST_SUBJECT - 2)) ? 1 : 0;
        return subject.substring(0, LONGEST_SUBJECT - 1 - end) + "…";
    }
}
