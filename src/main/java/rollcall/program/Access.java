package rollcall.program;

import java.util.Set;

/** Who may do what in which program. Declared here so that every room can ask; answered by the room that knows roles. */
public interface Access {

    /** What can be done in a program, each including the ones before it. */
    enum Act {
        SEE,
        APPROVE,
        MANAGE
    }

    boolean may(Actor who, long programId, Act act);

    /** Which programs somebody may see at all. */
    Reach reachOf(Actor who);

    /** In which programs somebody may do that. */
    Reach reachOf(Actor who, Act act);

    /** Whether somebody may do that in all programs, also in those to come. */
    boolean mayEverywhere(Actor who, Act act);

    /** Whether somebody may do what no role in a program allows. */
    boolean administers(Actor who);

    /** Whether somebody may make programs out of nothing; a manager of named programs may only clone. */
    boolean mayCreate(Actor who);

    /** Everybody who signs in and may do that in this program. */
    Set<Actor> whoMay(long programId, Act act);

    /** All programs, or the named ones. {@code programIds} is empty when {@code everywhere}. */
    record Reach(boolean everywhere, Set<Long> programIds) {

        public static final Reach EVERYWHERE = new Reach(true, Set.of());

        public boolean covers(long programId) {
            return everywhere || programIds.contains(programId);
        }

        /** The named ones for a list in SQL, which may not be empty: then an id that no program has. */
        public Set<Long> idsOrNone() {
            return programIds.isEmpty() ? Set.of(-1L) : programIds;
        }
    }
}
