package rollcall.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.job.JobState;
import rollcall.member.BulkResults;
import rollcall.person.Known;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusNames;

/** Fills the pages of imports. Templates call this bean {@code importPages}. */
@Component("importPages")
class ImportPages {

    private final Imports imports;
    private final BulkResults results;
    private final Programs programs;
    private final StatusNames statusNames;
    private final MessageSource messages;
    private final ImportLimits limits;

    ImportPages(
            Imports imports,
            BulkResults results,
            Programs programs,
            StatusNames statusNames,
            MessageSource messages,
            ImportLimits limits) {
        this.imports = imports;
        this.results = results;
        this.programs = programs;
        this.statusNames = statusNames;
        this.messages = messages;
        this.limits = limits;
    }

    String list(Model model, Program program) {
        fill(model, program);
        model.addAttribute("imports", imports.recent(program));
        return "transfer/imports";
    }

    String mapping(Model model, Program program, MemberImport one) {
        fill(model, program);
        model.addAttribute("one", one);
        model.addAttribute("preview", imports.preview(one));
        model.addAttribute("targets", Target.values());
        model.addAttribute("statuses", statuses(program));
        model.addAttribute("encodings", Encoding.values());
        model.addAttribute("delimiters", Delimiter.values());
        model.addAttribute("knowns", Known.values());
        model.addAttribute("dayOrders", DayOrder.values());
        return "transfer/mapping";
    }

    /** @param asked which rows of a dry run; of an import that has ended only the refused ones are kept */
    String one(Model model, Program program, MemberImport one, Verdict.Kind asked) {
        var show = one.stage() == MemberImport.Stage.ENDED ? Verdict.Kind.REFUSED : asked;
        fill(model, program);
        model.addAttribute("one", one);
        model.addAttribute("kinds", Verdict.Kind.values());
        model.addAttribute("show", show);
        model.addAttribute("rows", imports.rows(one, show));
        model.addAttribute("standings", standings(program));
        model.addAttribute("correctable", gaveAStatus(program, one));
        return "transfer/import";
    }

    /** Whether there is something that could have been a mistake, and not only details were stored. */
    private boolean gaveAStatus(Program program, MemberImport one) {
        return one.stage() == MemberImport.Stage.ENDED
                && one.jobId() != null
                && results.ofJob(program, one.jobId())
                        .filter(result -> result.changedInAll() > 0)
                        .isPresent();
    }

    private void fill(Model model, Program program) {
        model.addAttribute("program", program);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        model.addAttribute(
                "limits",
                new Limits(limits.megabytes(), limits.mostRows(), CsvRefused.MOST_COLUMNS, CsvRefused.LONGEST_CELL));
    }

    /** The statuses that all rows may be given, by key. */
    private Map<String, String> statuses(Program program) {
        var choices = new LinkedHashMap<String, String>();
        programs.channelOf(program).statuses().stream()
                .filter(status -> !status.hidden())
                .forEach(status -> choices.put(status.key(), statusNames.of(status)));
        return choices;
    }

    /** All statuses of the channel, by key. */
    private Map<String, Status> standings(Program program) {
        return programs.channelOf(program).statuses().stream()
                .collect(Collectors.toMap(Status::key, Function.identity()));
    }

    /** How the label of an import is coloured. */
    public String kind(MemberImport one) {
        return switch (one.stage()) {
            case MAPPING, CHECKING, CHECKED, RUNNING -> "warn";
            case EXPIRED -> "plain";
            case ENDED -> one.endState() == JobState.DONE ? "good" : "bad";
        };
    }

    /** Why a row was refused, in the reader's language. */
    public String refusal(Refusal refusal) {
        return text("transfer.refused." + refusal.reason(), detail(refusal));
    }

    /** A line number, a word from the file, or the name of what a column is taken as. */
    private String detail(Refusal refusal) {
        var locale = LocaleContextHolder.getLocale();
        return String.valueOf(
                messages.getMessage("transfer.target." + refusal.detail(), null, refusal.detail(), locale));
    }

    /** Why a file cannot be read, in the reader's language. */
    public String refusal(CsvRefused refused) {
        return text(refused.messageKey(), refused.arguments());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** What the upload page says about how much is taken. */
    record Limits(long megabytes, long rows, int columns, int characters) {}
}
