package rollcall.transfer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.member.Brought;
import rollcall.member.BroughtAlong;
import rollcall.member.Closed;
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
        var waiting = new ArrayList<MemberLine>();
        members.each(program, filter, sort, line -> {
            waiting.add(line);
            if (waiting.size() == PORTION) {
                write(program, waiting, chosen, out);
                waiting.clear();
            }
        });
        write(program, waiting, chosen, out);
    }

    /** Writes the headings and these members, in their order. */
    void writeTicked(Program program, List<Long> memberIds, Chosen chosen, RowsOut out) {
        out.row(headings(chosen));
        writeThese(program, memberIds, chosen, out);
    }

    /**
     * Writes these members in their order, without headings. Those that the program does not have are left out, as are
     * memberships that went up in another one.
     *
     * @return how many were written
     */
    int writeThese(Program program, List<Long> memberIds, Chosen chosen, RowsOut out) {
        int written = 0;
        for (int from = 0; from < memberIds.size(); from += PORTION) {
            var lines = lines(program, memberIds.subList(from, Math.min(from + PORTION, memberIds.size())));
            write(program, lines, chosen, out);
            written += lines.size();
        }
        return written;
    }

    private List<MemberLine> lines(Program program, List<Long> memberIds) {
        var byId = members.lines(program, memberIds).stream()
                .filter(line -> line.closed() != Closed.MERGED)
                .collect(Collectors.toMap(MemberLine::id, Function.identity()));
        return memberIds.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .toList();
    }

    List<String> headings(Chosen chosen) {
        return Stream.concat(
                        chosen.columns().stream().map(column -> text(Chosen.heading(column))),
                        chosen.answers().stream())
                .toList();
    }

    String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** At most a portion: the rest of what is known of them is looked up at once. */
    private void write(Program program, List<MemberLine> lines, Chosen chosen, RowsOut out) {
        var persons = people.byIds(lines.stream().map(MemberLine::personId).toList());
        var extras = brought.of(lines.stream().map(MemberLine::id).toList());
        var cells = new Cells(program.zoneId(), chosen);
        for (var line : lines) {
            out.row(cells.of(line, persons, Objects.requireNonNull(extras.get(line.id()))));
        }
    }

    /** What stands in the row of a member. */
    private final class Cells {

        private final ZoneId zone;
        private final Chosen chosen;

        Cells(ZoneId zone, Chosen chosen) {
            this.zone = zone;
            this.chosen = chosen;
        }

        List<String> of(MemberLine line, Map<Long, Person> persons, Brought extra) {
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
