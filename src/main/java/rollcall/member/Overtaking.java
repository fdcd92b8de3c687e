package rollcall.member;

import java.util.Collection;
import java.util.Set;
import rollcall.program.Program;

/**
 * Whether free seats of a program go to whoever comes, although people wait: for instance when its waitlist has stopped
 * because the webinar is about to begin. A room that knows of such a case declares a bean of this type; without one
 * nobody overtakes.
 */
public interface Overtaking {

    boolean allowedIn(long programId);

    /** In which of them it is so. */
    Set<Long> allowedIn(Collection<Program> programs);
}
