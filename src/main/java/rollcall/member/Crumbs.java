package rollcall.member;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.web.Crumb;

/** The way back from the pages of this room: {@code crumbs} in their models. */
@Component
class Crumbs {

    private final MessageSource messages;

    Crumbs(MessageSource messages) {
        this.messages = messages;
    }

    List<Crumb> toProgram(Program program) {
        return ProgramNav.crumbs(program);
    }

    List<Crumb> toMembers(Program program) {
        var programs = toProgram(program);
        return List.of(
                programs.getFirst(),
                programs.getLast(),
                new Crumb(text("member.list.title"), "/programs/%d/members".formatted(program.key())));
    }

    List<Crumb> toViews(Program program) {
        var members = toMembers(program);
        return List.of(
                members.get(0),
                members.get(1),
                members.get(2),
                new Crumb(text("member.views"), "/programs/%d/members/views".formatted(program.key())));
    }

    List<Crumb> toMember(Program program, MemberLine member) {
        var members = toMembers(program);
        var here = new Crumb(member.label(), "/programs/%d/members/%d".formatted(program.key(), member.id()));
        return List.of(members.get(0), members.get(1), members.get(2), here);
    }

    List<Crumb> toResult(Program program, String address) {
        var members = toMembers(program);
        return List.of(members.get(0), members.get(1), members.get(2), new Crumb(text("member.result.title"), address));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
