package rollcall.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Fills in the pages on which people are added. */
@Component
class AdditionPages {

    private final AdditionPreviews previews;
    private final AdditionRows rows;
    private final Programs programs;
    private final Crumbs crumbs;

    AdditionPages(AdditionPreviews previews, AdditionRows rows, Programs programs, Crumbs crumbs) {
        this.previews = previews;
        this.rows = rows;
        this.programs = programs;
        this.crumbs = crumbs;
    }

    /** @param find narrows the programs that are offered to those whose name holds it */
    String form(Model model, Actor who, Program program, AdditionForm form, String find) {
        fill(model, program);
        var way = form.way();
        model.addAttribute("way", way);
        model.addAttribute("ways", AdditionForm.Way.values());
        model.addAttribute("find", find);
        model.addAttribute(
                "lenders", way == AdditionForm.Way.PROGRAM ? rows.lenders(who, program.key(), find) : List.of());
        return "member/add";
    }

    String preview(Model model, Program program, AdditionForm form, AdditionPreview preview) {
        fill(model, program);
        model.addAttribute("preview", preview);
        return "member/add-preview";
    }

    private void fill(Model model, Program program) {
        model.addAttribute("crumbs", crumbs.toMembers(program));
        model.addAttribute("program", program);
        model.addAttribute(
                "statuses",
                programs.channelOf(program).statuses().stream()
                        .filter(status -> !status.hidden())
                        .toList());
        model.addAttribute("requestId", UUID.randomUUID().toString());
    }

    AdditionPreview look(Program program, StatusRequest request, List<PersonDetails> people) {
        return previews.of(program, request, people);
    }

    AdditionPreview look(Program program, StatusRequest request, AdditionSource source) {
        return previews.of(program, request, source);
    }

    String resultOf(Program program, ChangeSet set) {
        return "/programs/%d/status-changes/%d".formatted(program.key(), set.id());
    }

    String resultOf(Program program, Confirmed confirmed) {
        return switch (confirmed) {
            case Confirmed.Done(var set) -> resultOf(program, set);
            case Confirmed.Running(var job) -> "/jobs/" + job;
        };
    }
}
