package rollcall.mail;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.mail.Rendering.Outcome;
import rollcall.program.Colleagues.Colleague;

/** Shows to somebody who works on a template what it says to a member, or to somebody made up. */
@Component
class Trials {

    /** Whoever looks is no recipient: the links that would take one off a list lead nowhere. */
    private static final Colleague LOOKING = new Colleague("", "", "", "");

    private final RecipientRows recipients;
    private final Wordings wordings;
    private final MemberLetters letters;

    Trials(RecipientRows recipients, Wordings wordings, MemberLetters letters) {
        this.recipients = recipients;
        this.wordings = wordings;
        this.letters = letters;
    }

    /** @param memberId null, or one that the program does not have, for an example */
    Recipient recipient(Shelf shelf, @Nullable Long memberId, String language) {
        var program = shelf.programId();
        if (program == null) {
            return Recipient.madeUp(null, language, "");
        }
        return Optional.ofNullable(memberId)
                .flatMap(recipients::byMember)
                .filter(one -> one.programId() == program)
                .or(() -> recipients.exampleIn(program))
                .orElseGet(() -> Recipient.madeUp(program, language, ""));
    }

    /** What each token comes to; those that come to nothing are left out. */
    Map<Token, String> examples(Template template, Recipient to, String language) {
        var spoken = wordings.of(template, template.version())
                .in(language.isEmpty() ? to.language() : language)
                .map(Wording::language)
                .orElse(template.defaultLanguage());
        var sayings = letters.writer().sayings(to, spoken, true);
        var examples = new EnumMap<Token, String>(Token.class);
        for (var token : Token.values()) {
            var said = sayings.of(token);
            if (!said.isBlank()) {
                examples.put(token, said);
            }
        }
        return examples;
    }

    /** @param language empty for the recipient's own */
    Outcome read(Template template, Recipient to, String language) {
        return read(template, wordings.of(template, template.version()), to, language);
    }

    /** What it would say to that member if they stood there; nothing when it cannot be said. */
    Optional<Rendered> readIf(Template template, long memberId, String status, String reason) {
        return recipients
                .byMember(memberId)
                .map(one -> read(template, one.standing(status, reason), ""))
                .filter(Outcome.Said.class::isInstance)
                .map(said -> ((Outcome.Said) said).letter());
    }

    /** What a template would say that is stored nowhere yet. */
    Outcome read(Template template, TemplatePlan plan, Recipient to, String language) {
        return read(template, wordings.make(plan.texts(), plan.purpose(), plan.defaultLanguage()), to, language);
    }

    private Outcome read(Template template, Wordings.Voices voices, Recipient to, String language) {
        var spoken = language.isEmpty() ? to.language() : language;
        return letters.writer().write(template, voices, to, spoken, LOOKING);
    }
}
