package rollcall.transfer;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.member.StatusRequest;
import rollcall.person.EmailAddress;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;
import rollcall.program.Status;
import rollcall.program.StatusCode;
import rollcall.transfer.Read.Entry;
import rollcall.transfer.Read.Refused;
import rollcall.transfer.Refusal.Reason;
import rollcall.web.Text;

/** Reads rows by a plan. Knows no database: what it refuses would be refused in any program. */
final class RowReader {

    static final int LONGEST_REGISTRANT_ID = 200;
    static final int LONGEST_LINK = 2_000;

    /** The clocks of providers and of the program's zone may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);

    private final ImportPlan plan;
    private final List<String> headings;
    private final List<String> questions;
    private final StatusWords words;
    private final @Nullable Status always;
    private final boolean askedWhoAttended;
    private final Moments moments;
    private final Clock clock;

    /** @param always the status for all rows; null when a column says it */
    RowReader(
            ImportPlan plan,
            List<String> headings,
            StatusWords words,
            @Nullable Status always,
            Moments moments,
            Clock clock) {
        this.plan = plan;
        this.headings = headings;
        this.questions = Questions.of(headings);
        this.words = words;
        this.always = always;
        this.askedWhoAttended = plan.mapping()
                .columnOf(Target.STATUS)
                .filter(column -> column < headings.size() && Headings.asksWhoAttended(headings.get(column)))
                .isPresent();
        this.moments = moments;
        this.clock = clock;
    }

    Read read(CsvRow row) {
        var cells = new RowCells(plan.mapping(), questions, row);
        try {
            return entry(cells);
        } catch (RowRefused refused) {
            return new Refused(row, refused.refusal());
        }
    }

    private Entry entry(RowCells cells) {
        refuseIf(cells.unreadable(), Reason.UNREADABLE_CHARACTERS, "");
        refuseIf(Surplus.in(cells.row(), plan.mapping().targets().size(), headings), Reason.TOO_MANY_CELLS, "");
        var address = address(cells.line(Target.EMAIL));
        var details = details(cells, address);
        var to = status(cells);
        return new Entry(
                cells.row(),
                address.key(),
                details,
                to,
                reason(cells, to),
                since(cells),
                emptyToNull(checked(cells, Target.REGISTRANT_ID, LONGEST_REGISTRANT_ID)),
                emptyToNull(link(checked(cells, Target.JOIN_LINK, LONGEST_LINK))),
                answers(cells));
    }

    private static EmailAddress address(String text) {
        refuseIf(text.isEmpty(), Reason.EMAIL_MISSING, "");
        return EmailAddress.parse(text).orElseThrow(() -> new RowRefused(new Refusal(Reason.EMAIL_INVALID, text)));
    }

    private PersonDetails details(RowCells cells, EmailAddress address) {
        var split = PersonName.of(cells.line(Target.FULL_NAME));
        var details = new PersonDetails(
                address.address(),
                orElse(cells.line(Target.FIRST_NAME), split.first()),
                orElse(cells.line(Target.LAST_NAME), split.last()),
                cells.line(Target.COMPANY),
                cells.line(Target.JOB_TITLE),
                cells.line(Target.PHONE),
                cells.line(Target.COUNTRY),
                cells.line(Target.LANGUAGE),
                cells.line(Target.ZONE));
        for (var field : PersonField.values()) {
            check(field.of(details), field.longest(), field.name());
        }
        return details;
    }

    private Status status(RowCells cells) {
        if (always != null) {
            return always;
        }
        var word = cells.line(Target.STATUS);
        refuseIf(word.isEmpty(), Reason.STATUS_MISSING, "");
        return named(word).orElseThrow(() -> new RowRefused(new Refusal(Reason.STATUS_UNKNOWN, word)));
    }

    private Optional<Status> named(String word) {
        return askedWhoAttended ? words.findAttended(word) : words.find(word);
    }

    private String reason(RowCells cells, Status to) {
        var reason = orElse(checked(cells, Target.STATUS_REASON, StatusRequest.LONGEST_REASON), plan.reason());
        refuseIf(reason.isEmpty() && to.is(StatusCode.REJECTED), Reason.REASON_REQUIRED, "");
        return reason;
    }

    private @Nullable Instant since(RowCells cells) {
        var text = cells.line(Target.SINCE);
        if (Moments.blank(text)) {
            return null;
        }
        refuseIf(moments.leavesOpen(text), Reason.SINCE_AMBIGUOUS, text);
        var since = moments.read(text).orElseThrow(() -> new RowRefused(new Refusal(Reason.SINCE_INVALID, text)));
        var now = clock.instant();
        refuseIf(since.isAfter(now.plus(CLOCKS_DIFFER)), Reason.SINCE_IN_FUTURE, text);
        return since.isAfter(now) ? now : since;
    }

    private static String link(String text) {
        refuseIf(!text.isEmpty() && !isWebAddress(text), Reason.LINK_INVALID, "");
        return text;
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static Map<String, String> answers(RowCells cells) {
        var answers = cells.answers();
        answers.forEach((question, answer) -> {
            refuseIf(Text.unwanted(question), Reason.UNWANTED_CHARACTERS, Target.ANSWER.name());
            check(answer, CsvRefused.LONGEST_CELL, question);
        });
        return answers;
    }

    private static String checked(RowCells cells, Target target, int longest) {
        var text = cells.line(target);
        check(text, longest, target.name());
        return text;
    }

    private static void check(String text, int longest, String what) {
        refuseIf(text.length() > longest, Reason.TOO_LONG, what);
        refuseIf(Text.unwanted(text), Reason.UNWANTED_CHARACTERS, what);
    }

    private static void refuseIf(boolean wrong, Reason reason, String detail) {
        if (wrong) {
            throw new RowRefused(new Refusal(reason, detail));
        }
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
