package rollcall.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.program.Colleagues;
import rollcall.program.Colleagues.Colleague;

/** Writes letters: to members what a template says to each of them, to colleagues what was written to them. */
@Component
class Letterhead implements Rendering {

    private final TemplateRows templates;
    private final RecipientRows recipients;
    private final Colleagues colleagues;
    private final MemberLetters members;
    private final ColleagueLetters notes;

    Letterhead(
            TemplateRows templates,
            RecipientRows recipients,
            Colleagues colleagues,
            MemberLetters members,
            ColleagueLetters notes) {
        this.templates = templates;
        this.recipients = recipients;
        this.colleagues = colleagues;
        this.members = members;
        this.notes = notes;
    }

    /** What all letters of a batch are written from. */
    private record Desk(
            Map<Long, Template> templates,
            Map<Long, Recipient> recipients,
            Map<String, Colleague> colleagues,
            MemberLetters.Writer writer) {}

    @Override
    public Map<Long, Outcome> of(Collection<LetterText> letters) {
        var desk = new Desk(
                templates.byIds(ids(letters, LetterText::templateId)),
                recipients.byMembers(ids(letters, LetterText::memberId)),
                colleagues.byKeys(letters.stream()
                        .map(LetterText::accountKey)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                members.writer());
        var outcomes = new HashMap<Long, Outcome>();
        letters.forEach(letter -> write(letter, desk).ifPresent(outcome -> outcomes.put(letter.id(), outcome)));
        return outcomes;
    }

    private static List<Long> ids(
            Collection<LetterText> letters, java.util.function.Function<LetterText, @Nullable Long> id) {
        return letters.stream().map(id).flatMap(Stream::ofNullable).distinct().toList();
    }

    private Optional<Outcome> write(LetterText letter, Desk desk) {
        return letter.accountKey() == null ? toMember(letter, desk) : toColleague(letter, desk, letter.accountKey());
    }

    private Optional<Outcome> toMember(LetterText letter, Desk desk) {
        var to = Optional.ofNullable(letter.memberId()).map(desk.recipients()::get);
        return to.map(one -> template(letter, desk)
                .map(template -> desk.writer().write(template, version(letter), one, null))
                .orElseGet(Unsaid::noTemplate));
    }

    private Optional<Outcome> toColleague(LetterText letter, Desk desk, String key) {
        var colleague = Optional.ofNullable(desk.colleagues().get(key));
        return colleague.map(one -> template(letter, desk)
                .map(template -> tried(letter, desk, template, one))
                .orElseGet(() -> notes.write(letter, one)));
    }

    /** A template that a colleague tries, as the member would read it, or somebody made up. */
    private static Outcome tried(LetterText letter, Desk desk, Template template, Colleague colleague) {
        var as = Optional.ofNullable(letter.memberId())
                .map(desk.recipients()::get)
                .orElseGet(() -> Recipient.madeUp(letter.programId(), colleague.language(), colleague.zone()));
        return desk.writer().write(template, version(letter), as, colleague);
    }

    private static Optional<Template> template(LetterText letter, Desk desk) {
        return Optional.ofNullable(letter.templateId()).map(desk.templates()::get);
    }

    private static int version(LetterText letter) {
        return Objects.requireNonNull(letter.templateVersion());
    }
}
