package rollcall.mail;

import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.mail.Rendering.Outcome;
import rollcall.program.Colleagues.Colleague;

/** Writes to somebody who works here what a campaign tells them; whatever stands in it is nothing but text. */
@Component
class ColleagueLetters {

    private final Sheet sheet;

    ColleagueLetters(Sheet sheet) {
        this.sheet = sheet;
    }

    Outcome write(LetterText letter, Colleague to) {
        var language = to.language().isEmpty() ? Locale.UK : Languages.locale(to.language());
        var subject = Objects.requireNonNullElse(letter.subject(), "");
        var body = Objects.requireNonNullElse(letter.body(), "");
        var html = sheet.note(subject, body, language);
        var said = new Rendered(said(subject, Voice.SUBJECT), html, said(body, Voice.PLAIN), null, "");
        return new Outcome.Said(said, to.email(), to.name());
    }

    private static String said(String text, Voice voice) {
        var said = new StringBuilder();
        voice.say(text, false, said);
        return said.toString();
    }
}
