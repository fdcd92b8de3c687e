package rollcall.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.program.Programs;

/** Who may see letters: those who manage their program; those of no program, administrators. */
@Component
class LetterRights {

    private final Access access;
    private final Programs programs;

    LetterRights(Access access, Programs programs) {
        this.access = access;
        this.programs = programs;
    }

    boolean administers(Actor who) {
        return access.administers(who);
    }

    /**
     * The programs whose letters somebody sees; never none.
     *
     * @throws NotAllowed when they manage nothing
     */
    Reach reach(Actor who) {
        var reach = access.reachOf(who, Act.MANAGE);
        if (!reach.everywhere() && reach.programIds().isEmpty()) {
            throw new NotAllowed();
        }
        return reach;
    }

    /** @throws ResponseStatusException 404 as for a letter that does not exist */
    void require(Actor who, @Nullable Long programId) {
        if (programId != null) {
            programs.require(who, programId, Act.MANAGE);
        } else if (!access.administers(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
