package rollcall.transfer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.member.Brought;
import rollcall.member.BroughtAlong;
import rollcall.member.MemberFilter;
import rollcall.member.MemberLine;
import rollcall.member.MemberSort;
import rollcall.member.Members;
import rollcall.member.ReasonWords;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;
import rollcall.program.Program;
import rollcall.program.StatusNames;
import rollcall.web.RowsOut;

/**
 * Writes a list of members as a file that an import takes back without a change. The list goes by in portions; no more
 * than one of them is in memory.
 */
@Component
class MemberExport {

    private static final int PORTION = 500;

    private final Members members;
    private final People people;
    private final BroughtAlong brought;
    private final StatusNames statusNames;
    private final ReasonWords reasons;
    private final MessageSource messages;

    MemberExport(
            Members members,
            People people,
            BroughtAlong brought,
            StatusNames statusNames,
            ReasonWords reasons,
            MessageSource messages) {
        this.members = members;
        this.people = people;
        this.brought = brought;
        this.statusNames = statusNames;
        this.reasons = reasons;
        this.messages = messages;
    }

    /** Everything that the program asked or that somebody answered. */
    List<String> questions(Program program) {
        return brought.questions(program);
    }

    /** Writes the headings and the members that match, in that order. */
    void write(Program program, MemberFilter filter, MemberSort sort, Chosen chosen, RowsOut out) {
        out.row(headings(chosen));
        var portion = new Portion(out, program.zoneId(), chosen);
        members.each(program, filter, sort, portion::add);
        portion.write();
    }

    private List<String> headings(Chosen chosen) {
        return Stream.concat(
                        chosen.columns().stream().map(column -> text(Chosen.heading(column))),
                        chosen.answers().stream())
                .toList();
    }

    String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** Members that wait until there are enough of them to look up the rest of what is known at once. */
    private final class Portion {

        private final RowsOut out;
        private final ZoneId zone;
        private final Chosen chosen;
        private final List<MemberLine> lines = new ArrayList<>();

        Portion(RowsOut out, ZoneId zone, Chosen chosen) {
            this.out = out;
            this.zone = zone;
            this.chosen = chosen;
        }

        void add(MemberLine line) {
            lines.add(line);
            if (lines.size() == PORTION) {
                write();
            }
        }

        /** Writes those that still wait. */
        void write() {
            var persons = people.byIds(lines.stream().map(MemberLine::personId).toList());
            var extras = brought.of(lines.stream().map(MemberLine::id).toList());
            for (var line : lines) {
                out.row(cells(line, persons, Objects.requireNonNull(extras.get(line.id()))));
            }
            lines.clear();
        }

        private List<String> cells(MemberLine line, Map<Long, Person> persons, Brought extra) {
            var details = Objects.requireNonNull(persons.get(line.personId())).details();
            return Stream.concat(
                            chosen.columns().stream().map(column -> cell(column, line, details, extra)),
                            chosen.answers().stream()
                                    .map(question -> extra.answers().getOrDefault(question, "")))
                    .toList();
        }

        private String cell(String column, MemberLine line, PersonDetails details, Brought extra) {
            return switch (column) {
                case Chosen.STATUS -> statusNames.of(line.status());
                case Chosen.STATUS_REASON -> reasons.of(line.statusReason());
                case Chosen.JOINED -> moment(line.joinedAt());
                case Chosen.CHANGED -> moment(line.changedAt());
                case Chosen.REGISTRANT_ID -> orEmpty(extra.registrantId());
                case Chosen.JOIN_LINK -> orEmpty(extra.joinLink());
                default -> PersonField.valueOf(column).of(details);
            };
        }

        /** In the program's zone, with its offset, to the second. */
        private String moment(Instant at) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
