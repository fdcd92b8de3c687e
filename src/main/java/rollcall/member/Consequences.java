package rollcall.member;

import java.util.List;
import rollcall.program.Program;
import rollcall.program.Status;

/** What a planned change will cause. Each room that acts on changes declares a bean of this type. */
public interface Consequences {

    /** What giving that status to so many members will cause; empty when nothing. */
    List<Consequence> of(Program program, Status to, long members);

    /**
     * One thing that will happen.
     *
     * @param message the key of a message
     * @param arguments what stands in that message
     */
    record Consequence(String message, List<Object> arguments) {}
}
