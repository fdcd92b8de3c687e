package rollcall.transfer;

import java.io.IOException;
import java.io.OutputStream;
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
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonField;
import rollcall.program.Program;
import rollcall.program.StatusNames;
import rollcall.web.CsvOut;

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
    private final MessageSource messages;

    MemberExport(
            Members members, People people, BroughtAlong brought, StatusNames statusNames, MessageSource messages) {
        this.members = members;
        this.people = people;
        this.brought = brought;
        this.statusNames = statusNames;
        this.messages = messages;
    }

    /** Writes the members that match, in that order. */
    void write(Program program, MemberFilter filter, MemberSort sort, OutputStream bytes) throws IOException {
        try (var out = new CsvOut(bytes)) {
            var questions = brought.questions(program);
            out.row(headings(questions));
            var portion = new Portion(out, program.zoneId(), questions);
            members.each(program, filter, sort, portion::add);
            portion.write();
        }
    }

    private List<String> headings(List<String> questions) {
        var fields = Stream.of(PersonField.values()).map(field -> "transfer.target." + field.name());
        var membership = Stream.of(
                "transfer.target.STATUS",
                "transfer.target.STATUS_REASON",
                "transfer.export.joined",
                "transfer.export.changed",
                "transfer.target.REGISTRANT_ID",
                "transfer.target.JOIN_LINK");
        return Stream.concat(Stream.concat(fields, membership).map(this::text), questions.stream())
                .toList();
    }

    String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** Members that wait until there are enough of them to look up the rest of what is known at once. */
    private final class Portion {

        private final CsvOut out;
        private final ZoneId zone;
        private final List<String> questions;
        private final List<MemberLine> lines = new ArrayList<>();

        Portion(CsvOut out, ZoneId zone, List<String> questions) {
            this.out = out;
            this.zone = zone;
            this.questions = questions;
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
            var cells = new ArrayList<String>();
            for (var field : PersonField.values()) {
                cells.add(field.of(details));
            }
            cells.add(statusNames.of(line.status()));
            cells.add(line.statusReason());
            cells.add(moment(line.joinedAt()));
            cells.add(moment(line.changedAt()));
            cells.add(orEmpty(extra.registrantId()));
            cells.add(orEmpty(extra.joinLink()));
            questions.forEach(question -> cells.add(extra.answers().getOrDefault(question, "")));
            return cells;
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
