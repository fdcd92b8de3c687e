package rollcall.mail;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.mail.Rendering.Outcome;
import rollcall.member.ReasonWords;
import rollcall.program.Channel;
import rollcall.program.Colleagues.Colleague;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusNames;

/** Writes to members what a template says to them. */
@Component
class MemberLetters {

    private final Wordings wordings;
    private final Programs programs;
    private final StatusNames statusNames;
    private final ReasonWords reasons;
    private final Links links;
    private final EventCalendar calendar;
    private final MadeUp madeUp;

    MemberLetters(
            Wordings wordings,
            Programs programs,
            StatusNames statusNames,
            ReasonWords reasons,
            Links links,
            EventCalendar calendar,
            MadeUp madeUp) {
        this.wordings = wordings;
        this.programs = programs;
        this.statusNames = statusNames;
        this.reasons = reasons;
        this.links = links;
        this.calendar = calendar;
        this.madeUp = madeUp;
    }

    /** One that remembers what many letters of a batch have in common. */
    Writer writer() {
        return new Writer();
    }

    /** Writes the letters of one batch. */
    final class Writer {

        private final Map<Long, Program> known = new HashMap<>();
        private final Map<Long, Channel> channels = new HashMap<>();
        private final Map<Said, ProgramWords> words = new HashMap<>();

        private record Said(long programId, ZoneId zone, String language) {}

        /** @param reader the colleague who reads it instead of the recipient; null for the recipient */
        Outcome write(Template template, int version, Recipient to, @Nullable Colleague reader) {
            return write(template, wordings.of(template, version), to, to.language(), reader);
        }

        Outcome write(
                Template template,
                Wordings.Voices languages,
                Recipient to,
                String language,
                @Nullable Colleague reader) {
            var address = reader == null ? to.details().email() : reader.email();
            var name = reader == null ? to.name() : reader.name();
            return languages
                    .in(language)
                    .map(wording -> wording.read(sayings(to, wording.language(), reader != null), address, name))
                    .map(outcome -> template.withCalendar() ? withCalendar(outcome, to) : outcome)
                    .orElseGet(Unsaid::noTemplate);
        }

        /** @param shown whether somebody else than the recipient reads it */
        Sayings sayings(Recipient to, String language, boolean shown) {
            var program = program(to);
            var locale = Languages.locale(language);
            return new Sayings(
                    to.details(),
                    words(program, to.zoneFor(program), locale),
                    status(to, program, locale),
                    reasons.of(to.statusReason(), locale),
                    shown ? links.shown(to) : links.of(to));
        }

        private Program program(Recipient to) {
            return known.computeIfAbsent(
                    to.programId(), id -> id == MadeUp.PROGRAM ? madeUp.program() : programs.get(id));
        }

        private ProgramWords words(Program program, ZoneId zone, Locale language) {
            return words.computeIfAbsent(
                    new Said(program.key(), zone, language.toLanguageTag()),
                    said -> ProgramWords.of(program, zone, language));
        }

        private String status(Recipient to, Program program, Locale language) {
            var channel = channels.computeIfAbsent(program.channelId(), id -> programs.channelOf(program));
            return statusNames.of(channel.status(to.status()), language);
        }

        private Outcome withCalendar(Outcome outcome, Recipient to) {
            if (!(outcome instanceof Outcome.Said said)) {
                return outcome;
            }
            var event = calendar.of(to, program(to));
            var letter = said.letter();
            return new Outcome.Said(
                    new Rendered(letter.subject(), letter.html(), letter.text(), event.text(), event.method()),
                    said.address(),
                    said.name());
        }
    }
}
