package rollcall.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.member.MemberFilterForm;
import rollcall.member.Members;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
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

    @GetMapping("/programs/{programId}/members.csv")
    void export(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var program = programs.require(who, programId, Act.SEE);
        var form = MemberFilterForm.of(query);
        var channel = programs.channelOf(program);
        form.status().forEach(channel::status);
        response.setContentType(Attachments.CSV.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                Attachments.named(program.name() + " – " + export.text("transfer.export.file"), "csv"));
        var filter = form.filter(program.zoneId());
        note(who, program, form, members.count(program, filter));
        export.write(program, filter, form.sort(), response.getOutputStream());
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
