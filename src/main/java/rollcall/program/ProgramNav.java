package rollcall.program;

import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Act;
import rollcall.web.Crumb;

/** What the reader of a page may be shown of a program's ways. Templates call this bean {@code programNav}. */
@Component("programNav")
public class ProgramNav {

    private final Access access;
    private final List<Marks> marks;
    private final List<Ways> ways;

    ProgramNav(Access access, List<Marks> marks, List<Ways> ways) {
        this.access = access;
        this.marks = marks;
        this.ways = ways;
    }

    /** What every room has to say about that program on each of its pages. */
    public List<Marks.Mark> marks(Program program) {
        return marks.stream().flatMap(room -> room.of(program).stream()).toList();
    }

    /** The further pages that other rooms have of that program, and that the reader may be shown. */
    public List<Ways.Way> ways(Program program) {
        var manages = manages(program);
        return ways.stream()
                .flatMap(room -> room.of(program).stream())
                .filter(way -> manages || !way.managersOnly())
                .toList();
    }

    /** The way back to a program, from the pages that lie behind it. */
    public static List<Crumb> crumbs(Program program) {
        return List.of(Crumb.PROGRAMS, new Crumb(program.name(), "/programs/" + program.key()));
    }

    /** Whether the reader may do everything in that program; no more than a hint, each way asks again. */
    public boolean manages(Program program) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null
                && signedIn.getPrincipal() instanceof Actor reader
                && access.may(reader, program.key(), Act.MANAGE);
    }
}
