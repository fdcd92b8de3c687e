package rollcall.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import rollcall.mail.Piece.Place;
import rollcall.mail.Script.Part;

/** The paper that letters are written on: the program's name above, and below why somebody gets it. */
@Component
class Sheet {

    private static final String FILE = "letters/sheet.html";

    private final MessageSource messages;
    private final String paper;

    Sheet(MessageSource messages) throws IOException {
        this.messages = messages;
        this.paper = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
    }

    /** @param unsubscribe whether the foot has the link with which somebody gets no more of this */
    Script html(Script content, Purpose purpose, boolean unsubscribe, Locale language) {
        var name = Script.of(List.of(new Place(Token.PROGRAM_NAME, null)), Voice.BARE_HTML);
        var foot = Script.of(TokenText.read(why(purpose, language)).pieces(), Voice.BARE_HTML);
        return around(name, content, unsubscribe ? foot.then(link(language)) : foot, language);
    }

    /** What is written to somebody who works here; nothing in it is a token. */
    String note(String head, String content, Locale language) {
        var foot = messages.getMessage("mail.foot.COLLEAGUE", null, language);
        return around(escaped(head), escaped(content), escaped(foot), language).fixed();
    }

    Script text(Script content, Purpose purpose, boolean unsubscribe, Locale language) {
        var foot = "\n\n-- \n" + why(purpose, language)
                + (unsubscribe ? "\n" + unsubscribe(language) + ": " + Token.LINK_UNSUBSCRIBE.written() : "");
        return content.then(Script.of(TokenText.read(foot).pieces(), Voice.PLAIN));
    }

    private Script link(Locale language) {
        return fixed(" <a href=\"")
                .then(Script.of(List.of(new Place(Token.LINK_UNSUBSCRIBE, null)), Voice.BARE_HTML))
                .then(fixed("\" style=\"color: #0d5c56;\">"))
                .then(escaped(unsubscribe(language)))
                .then(fixed("</a>"));
    }

    private Script around(Script head, Script content, Script foot, Locale language) {
        var before = paper.substring(0, paper.indexOf("{head}")).replace("{language}", language.toLanguageTag());
        return fixed(before)
                .then(head)
                .then(fixed(between("{head}", "{content}")))
                .then(content)
                .then(fixed(between("{content}", "{foot}")))
                .then(foot)
                .then(fixed(paper.substring(paper.indexOf("{foot}") + "{foot}".length())));
    }

    private String between(String one, String other) {
        return paper.substring(paper.indexOf(one) + one.length(), paper.indexOf(other));
    }

    private String why(Purpose purpose, Locale language) {
        var program = new Object[] {Token.PROGRAM_NAME.written()};
        return messages.getMessage("mail.foot." + purpose, program, language);
    }

    private String unsubscribe(Locale language) {
        return messages.getMessage("mail.foot.unsubscribe", null, language);
    }

    private static Script escaped(String text) {
        var escaped = new StringBuilder();
        Voice.BARE_HTML.say(text, false, escaped);
        return fixed(escaped.toString());
    }

    private static Script fixed(String text) {
        return new Script(List.of(new Part.Fixed(text)));
    }
}
