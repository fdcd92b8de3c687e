package rollcall.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.MemberFilterForm;
import rollcall.member.Members;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.web.Attachments;
import rollcall.web.Back;
import rollcall.web.Flash;

/**
 * Hands out exactly the list of members that its page shows at the same query, or the ticked ones of it, as a file that
 * is written as it goes. Who was ticked is sent as a form, so that no id stands in an address.
 */
@Controller
class ExportController {

    private final Programs programs;
    private final Members members;
    private final MemberExport export;
    private final ExportLimits limits;
    private final ExportAudit audit;

    ExportController(Programs programs, Members members, MemberExport export, ExportLimits limits, ExportAudit audit) {
        this.programs = programs;
        this.members = members;
        this.export = export;
        this.limits = limits;
        this.audit = audit;
    }

    /** Where one chooses the kind of file and what goes into it; the filter of the list is carried along. */
    @GetMapping("/programs/{programId}/members/export")
    String choose(
            Actor who, @PathVariable long programId, @RequestParam MultiValueMap<String, String> query, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var form = ExportForm.of(query).in(programs.channelOf(program));
        return choose(model, program, form, members.count(program, form.list().filter(program.zoneId())));
    }

    /** The same for those who were ticked. */
    @PostMapping("/programs/{programId}/members/export")
    Object chooseForTicked(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String filter,
            Model model,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.SEE);
        var form = ExportForm.of(sent);
        if (!form.isOfTicked()) {
            Flash.problem(next, "transfer.export.nobody");
            return Back.to(address(program, "", MemberFilterForm.parse(filter)));
        }
        return choose(model, program, form, form.ticked().size());
    }

    private static String address(Program program, String page, MemberFilterForm list) {
        var query = list.query();
        return "/programs/" + program.key() + "/members" + page + (query.isEmpty() ? "" : "?" + query);
    }

    private String choose(Model model, Program program, ExportForm form, long number) {
        model.addAttribute("program", program);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        model.addAttribute("ticked", form.isOfTicked());
        model.addAttribute("number", number);
        model.addAttribute("atOnce", form.isOfTicked() || limits.atOnce(number));
        model.addAttribute("limits", limits);
        model.addAttribute("most", ExportLimits.MOST);
        model.addAttribute("fields", form.fields().toList());
        model.addAttribute("requestId", UUID.randomUUID());
        model.addAttribute("columns", columns());
        var questions = export.questions(program);
        model.addAttribute("questions", questions);
        model.addAttribute("chosen", form.chosen(questions));
        return "transfer/export";
    }

    /** What each column is called, by its key. */
    private Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        Chosen.COLUMNS.forEach(column -> columns.put(column, export.text(Chosen.heading(column))));
        return columns;
    }

    @RequestMapping(
            path = "/programs/{programId}/members.csv",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    View csv(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        return export(who, programId, ExportForm.of(sent), ListFormat.CSV, response);
    }

    @RequestMapping(
            path = "/programs/{programId}/members.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    View xlsx(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        return export(who, programId, ExportForm.of(sent), ListFormat.XLSX, response);
    }

    /** A list that is too long leads to where it can be prepared. */
    private @Nullable View export(
            Actor who, long programId, ExportForm form, ListFormat format, HttpServletResponse response)
            throws IOException {
        var program = programs.require(who, programId, Act.SEE);
        form.in(programs.channelOf(program));
        if (form.isOfTicked()) {
            audit.ticked(who, program, form.ticked().size());
        } else {
            var number = members.count(program, form.list().filter(program.zoneId()));
            if (!limits.atOnce(number)) {
                return Back.to(address(program, "/export", form.list()));
            }
            audit.exported(who, program, form.list(), number);
        }
        write(program, form, format, response);
        return null;
    }

    private void write(Program program, ExportForm form, ListFormat format, HttpServletResponse response)
            throws IOException {
        var name = export.text("transfer.export.file");
        response.setContentType(format.type().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, Attachments.named(program.name() + " – " + name, format.extension()));
        var chosen = form.chosen(export.questions(program));
        try (var out = format.open(response.getOutputStream(), name)) {
            if (form.isOfTicked()) {
                export.writeTicked(program, form.ticked(), chosen, out);
            } else {
                export.write(
                        program,
                        form.list().filter(program.zoneId()),
                        form.list().sort(),
                        chosen,
                        out);
            }
        }
    }
}
