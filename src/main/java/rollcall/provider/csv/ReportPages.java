package rollcall.provider.csv;

import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Program;
import rollcall.provider.AttendanceKind;
import rollcall.provider.Webinars;
import rollcall.transfer.DayOrder;
import rollcall.transfer.Tables;
import rollcall.web.Crumb;

/** Fills the pages of report files. Templates call this bean {@code attendanceFiles}. */
@Component("attendanceFiles")
class ReportPages {

    private final Reports reports;
    private final ReportRows rows;
    private final Webinars webinars;
    private final Tables tables;
    private final MessageSource messages;

    ReportPages(Reports reports, ReportRows rows, Webinars webinars, Tables tables, MessageSource messages) {
        this.reports = reports;
        this.rows = rows;
        this.webinars = webinars;
        this.tables = tables;
        this.messages = messages;
    }

    String files(Model model, Program program) {
        model.addAttribute("program", program);
        model.addAttribute("byHand", webinars.of(program.key()).isEmpty());
        model.addAttribute("crumbs", crumbs(program));
        return "provider/csv/files";
    }

    String columns(Model model, Program program, ReportFile file) {
        model.addAttribute("program", program);
        model.addAttribute("file", file);
        model.addAttribute("headings", rows.headings(file));
        model.addAttribute("examples", rows.examples(file));
        model.addAttribute("badLines", tables.badLines(file.table()));
        model.addAttribute("choices", Column.values());
        model.addAttribute("kinds", AttendanceKind.values());
        model.addAttribute("dayOrders", DayOrder.values());
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("crumbs", crumbs(program));
        return "provider/csv/columns";
    }

    /** Those that wait to be brought. */
    public List<ReportFile> waiting(Program program) {
        return reports.waiting(program);
    }

    public long megabytes() {
        return tables.megabytes();
    }

    public int mostRows() {
        return ReportRows.MOST;
    }

    private List<Crumb> crumbs(Program program) {
        var refreshes = messages.getMessage("provider.refreshes", null, LocaleContextHolder.getLocale());
        return List.of(
                Crumb.PROGRAMS,
                new Crumb(program.name(), "/programs/" + program.key()),
                new Crumb(refreshes, "/programs/%d/refreshes".formatted(program.key())));
    }
}
