package rollcall.member;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Move;
import rollcall.program.Program;
import rollcall.program.Programs;

/** What a change of many came to: whom it moved, as a page, and whom it did not, as a file as well. */
@Controller
@RequestMapping("/programs/{programId}/status-changes")
class BulkResultController {

    private static final int NAMED = 20;

    private final Programs programs;
    private final BulkResults results;
    private final SkippedFile file;
    private final Offers offers;
    private final Crumbs crumbs;
    private final ApplicationEventPublisher events;

    BulkResultController(
            Programs programs,
            BulkResults results,
            SkippedFile file,
            Offers offers,
            Crumbs crumbs,
            ApplicationEventPublisher events) {
        this.programs = programs;
        this.results = results;
        this.file = file;
        this.offers = offers;
        this.crumbs = crumbs;
        this.events = events;
    }

    @GetMapping("/{changeSetId:\\d+}")
    String page(
            Actor who,
            @PathVariable long programId,
            @PathVariable long changeSetId,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var result = results.ofChangeSet(program, changeSetId).orElseThrow(NoSuchChange::new);
        var examples = examples(each -> results.eachSkippedOfChangeSet(program, changeSetId, each));
        model.addAttribute("changed", results.changedOfChangeSet(program, changeSetId, ChangedFilter.of(query)));
        return page(
                model,
                who,
                program,
                result,
                examples,
                "/programs/%d/status-changes/%d".formatted(programId, changeSetId));
    }

    @GetMapping("/job/{jobId:\\d+}")
    String pageOfJob(
            Actor who,
            @PathVariable long programId,
            @PathVariable long jobId,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var result = results.ofJob(program, jobId).orElseThrow(NoSuchChange::new);
        var examples = examples(each -> results.eachSkippedOfJob(program, jobId, each));
        model.addAttribute("changed", results.changedOfJob(program, jobId, ChangedFilter.of(query)));
        return page(
                model,
                who,
                program,
                result,
                examples,
                "/programs/%d/status-changes/job/%d".formatted(programId, jobId));
    }

    private String page(
            Model model,
            Actor who,
            Program program,
            BulkResult result,
            Map<Move.Reason, List<SkippedMember>> examples,
            String address) {
        model.addAttribute("crumbs", crumbs.toMembers(program));
        model.addAttribute("program", program);
        model.addAttribute("result", result);
        model.addAttribute("examples", examples);
        model.addAttribute("rights", offers.rights(who, program));
        model.addAttribute("address", address);
        return "member/bulk-result";
    }

    /** The first few of each reason, in the order in which they were decided on. */
    private static Map<Move.Reason, List<SkippedMember>> examples(Consumer<Consumer<SkippedMember>> source) {
        var examples = new EnumMap<Move.Reason, List<SkippedMember>>(Move.Reason.class);
        source.accept(skipped -> {
            var few = examples.computeIfAbsent(skipped.reason(), reason -> new ArrayList<>());
            if (few.size() < NAMED) {
                few.add(skipped);
            }
        });
        return examples;
    }

    @GetMapping("/{changeSetId:\\d+}.csv")
    void csv(Actor who, @PathVariable long programId, @PathVariable long changeSetId, HttpServletResponse response)
            throws IOException {
        var program = programs.require(who, programId, Act.SEE);
        note(who, program, results.ofChangeSet(program, changeSetId).orElseThrow(NoSuchChange::new));
        file.write(program, response, each -> results.eachSkippedOfChangeSet(program, changeSetId, each));
    }

    @GetMapping("/job/{jobId:\\d+}.csv")
    void csvOfJob(Actor who, @PathVariable long programId, @PathVariable long jobId, HttpServletResponse response)
            throws IOException {
        var program = programs.require(who, programId, Act.SEE);
        note(who, program, results.ofJob(program, jobId).orElseThrow(NoSuchChange::new));
        file.write(program, response, each -> results.eachSkippedOfJob(program, jobId, each));
    }

    /** Who takes how much out of where, noted before the first of it leaves. */
    private void note(Actor who, Program program, BulkResult result) {
        events.publishEvent(new AuditApplicationEvent(
                who.key(), "SKIPPED_EXPORTED", Map.of("program", program.key(), "rows", result.skippedInAll())));
    }
}
