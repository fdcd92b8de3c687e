package rollcall.mail;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.member.Timeline;

/** Tells on a member's page which letters they were written, and what became of each. */
@Component
class LetterTimeline implements Timeline {

    private final LetterList letters;
    private final MessageSource messages;

    LetterTimeline(LetterList letters, MessageSource messages) {
        this.letters = letters;
        this.messages = messages;
    }

    @Override
    public List<Entry> about(long memberId) {
        return letters.ofMember(memberId).stream().map(this::entry).toList();
    }

    private Entry entry(LetterLine letter) {
        var trouble = letter.trouble();
        var why = trouble == null
                ? ""
                : messages.getMessage(
                        trouble.message(),
                        trouble.arguments().toArray(),
                        trouble.message(),
                        LocaleContextHolder.getLocale());
        return new Entry(
                letter.at(), "mail.timeline." + letter.state(), List.of(letter.what(), why == null ? "" : why));
    }
}
