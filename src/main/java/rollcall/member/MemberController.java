package rollcall.member;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;

/** The page of one member: who it is, where they stand, what may come next and what happened. */
@Controller
class MemberController {

    private final Programs programs;
    private final Members members;
    private final MemberPages pages;

    MemberController(Programs programs, Members members, MemberPages pages) {
        this.programs = programs;
        this.members = members;
        this.pages = pages;
    }

    @GetMapping("/programs/{programId}/members/{memberId}")
    String page(Actor who, @PathVariable long programId, @PathVariable long memberId, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        pages.fill(model, who, program, members.require(program, memberId));
        return "member/member";
    }
}
