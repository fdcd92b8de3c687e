package rollcall.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.member.MemberFilterForm;
import rollcall.member.Members;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.web.Attachments;

/** Hands out exactly the list of members that its page shows at the same query, as a file. */
@Controller
class ExportController {

    private final Programs programs;
    private final Members members;
    private final MemberExport export;
    private final ApplicationEventPublisher events;

    ExportController(Programs programs, Members members, MemberExport export, ApplicationEventPublisher events) {
        this.programs = programs;
        this.members = members;
        this.export = export;
        this.events = events;
    }

    /** Where one chooses the kind of file and what goes into it; the filter of the list is carried along. */
    @GetMapping("/programs/{programId}/members/export")
    String choose(
            Actor who, @PathVariable long programId, @RequestParam MultiValueMap<String, String> query, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var form = MemberFilterForm.of(query);
        var channel = programs.channelOf(program);
        form.status().forEach(channel::status);
        model.addAttribute("program", program);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        model.addAttribute("number", members.count(program, form.filter(program.zoneId())));
        model.addAttribute("fields", form.fields());
        model.addAttribute("columns", columns());
        model.addAttribute("questions", export.questions(program));
        return "transfer/export";
    }

    /** What each column is called, by its key. */
    private Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        Chosen.COLUMNS.forEach(column -> columns.put(column, export.text(Chosen.heading(column))));
        return columns;
    }

    @GetMapping("/programs/{programId}/members.csv")
    void csv(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletResponse response)
            throws IOException {
        export(who, programId, query, ListFormat.CSV, response);
    }

    @GetMapping("/programs/{programId}/members.xlsx")
    void xlsx(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletResponse response)
            throws IOException {
        export(who, programId, query, ListFormat.XLSX, response);
    }

    private void export(
            Actor who,
            long programId,
            MultiValueMap<String, String> query,
            ListFormat format,
            HttpServletResponse response)
            throws IOException {
        var program = programs.require(who, programId, Act.SEE);
        var form = MemberFilterForm.of(query);
        var channel = programs.channelOf(program);
        form.status().forEach(channel::status);
        var chosen = Chosen.of(query.get("column"), query.get("answers"), export.questions(program));
        var name = export.text("transfer.export.file");
        response.setContentType(format.type().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, Attachments.named(program.name() + " – " + name, format.extension()));
        var filter = form.filter(program.zoneId());
        note(who, program, form, members.count(program, filter));
        try (var out = format.open(response.getOutputStream(), name)) {
            export.write(program, filter, form.sort(), chosen, out);
        }
    }

    /**
     * Who takes how much out of where, noted before the first of it leaves. What was searched for may be a name, and
     * stays out.
     */
    private void note(Actor who, Program program, MemberFilterForm form, long rows) {
        events.publishEvent(new AuditApplicationEvent(
                who.key(),
                "MEMBERS_EXPORTED",
                Map.of(
                        "program",
                        program.key(),
                        "rows",
                        rows,
                        "statuses",
                        form.status(),
                        "searched",
                        !form.q().isEmpty() || !form.reason().isEmpty())));
    }
}
