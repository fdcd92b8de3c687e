package rollcall.member;

import static java.util.Objects.requireNonNullElse;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Keeps which columns somebody wants to see of a program's members, and leads back to the list with them. */
@Controller
class ColumnsController {

    private final Programs programs;
    private final ListColumns columns;
    private final RememberedColumns remembered;

    ColumnsController(Programs programs, ListColumns columns, RememberedColumns remembered) {
        this.programs = programs;
        this.columns = columns;
        this.remembered = remembered;
    }

    /**
     * @param standard whether the usual ones are wanted again, whatever else is sent
     * @param list the list to lead back to, as its address has it behind the question mark
     */
    @PostMapping("/programs/{programId}/members/columns")
    View choose(
            Actor who,
            @PathVariable long programId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "false") boolean standard,
            @RequestParam(defaultValue = "") String list,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.SEE);
        var address = MemberListAddress.of(programId, QueryString.parse(list));
        if (standard) {
            remembered.forget(who, program);
            Flash.success(next, "member.columns.standard.again");
            return Back.to(address.showing(null).here());
        }
        var wanted = wanted(sent);
        var shown =
                columns.fitted(who, program, wanted, columns.questions(program)).shown();
        remembered.remember(who, program, shown);
        say(next, wanted);
        return Back.to(address.showing(shown.standard() ? null : shown).here());
    }

    /** With nothing ticked, nothing is sent. */
    private static ColumnChoice wanted(MultiValueMap<String, String> sent) {
        return requireNonNullElse(ColumnChoice.of(sent), ColumnChoice.NONE);
    }

    private static void say(RedirectAttributes next, ColumnChoice wanted) {
        if (wanted.answers().size() > ColumnChoice.MOST_ANSWERS) {
            Flash.problem(next, "member.columns.too-many", ColumnChoice.MOST_ANSWERS);
        } else {
            Flash.success(next, "member.columns.chosen");
        }
    }
}
