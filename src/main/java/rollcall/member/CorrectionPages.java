package rollcall.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Fills in the pages on which mistakes are corrected. */
@Component
class CorrectionPages {

    private final CorrectionPreviews previews;
    private final BulkResults results;
    private final Programs programs;
    private final Crumbs crumbs;

    CorrectionPages(CorrectionPreviews previews, BulkResults results, Programs programs, Crumbs crumbs) {
        this.previews = previews;
        this.results = results;
        this.programs = programs;
        this.crumbs = crumbs;
    }

    String ofMember(Model model, Actor who, Program program, MemberLine member, StatusChangeForm form) {
        var to = right(program, member, form);
        var request =
                StatusRequest.of(program.key(), to.key(), Cause.PERSON, who).aheadOfTheWaitlist(form.ahead());
        model.addAttribute("form", form);
        fill(model, program, previews.of(program, request, member.id()));
        model.addAttribute("crumbs", crumbs.toMember(program, member));
        model.addAttribute("member", member);
        model.addAttribute("to", to);
        model.addAttribute("out", programs.channelOf(program).status(StatusCode.NOT_IN_PROGRAM));
        model.addAttribute("statuses", choices(program, member, to));
        return "member/correction";
    }

    private Status right(Program program, MemberLine member, StatusChangeForm form) {
        return form.status().isEmpty()
                ? previews.before(program, member.id())
                : programs.channelOf(program).status(form.status());
    }

    private List<Status> choices(Program program, MemberLine member, Status to) {
        return programs.channelOf(program).statuses().stream()
                .filter(status -> !status.hidden() || status.equals(to))
                .filter(status -> !status.key().equals(member.status().key()))
                .toList();
    }

    String ofMistake(Model model, Actor who, Program program, Mistake mistake, CorrectionForm form) {
        model.addAttribute("form", form);
        fill(model, program, previews.of(program, form.request(who, program), mistake));
        var address = addressOf(program, mistake);
        model.addAttribute("crumbs", crumbs.toResult(program, address));
        model.addAttribute("address", address);
        model.addAttribute("mistake", resultOf(program, mistake));
        return "member/corrections";
    }

    private BulkResult resultOf(Program program, Mistake mistake) {
        var result = switch (mistake) {
            case Mistake.OfChangeSet(var id) -> results.ofChangeSet(program, id);
            case Mistake.OfJob(var id) -> results.ofJob(program, id);
        };
        return result.orElseThrow(NoSuchChange::new);
    }

    private static String addressOf(Program program, Mistake mistake) {
        return switch (mistake) {
            case Mistake.OfChangeSet(var id) -> "/programs/%d/status-changes/%d".formatted(program.key(), id);
            case Mistake.OfJob(var id) -> "/programs/%d/status-changes/job/%d".formatted(program.key(), id);
        };
    }

    private static void fill(Model model, Program program, CorrectionPreview preview) {
        model.addAttribute("program", program);
        model.addAttribute("preview", preview);
        model.addAttribute("requestId", UUID.randomUUID().toString());
    }
}
