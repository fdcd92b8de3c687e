package rollcall.member;

import rollcall.program.Access;
import rollcall.program.Access.Act;

/** What the asker may do in the program. */
record Rights(boolean approve, boolean manage) {

    static Rights of(Access access, StatusRequest request) {
        return new Rights(
                access.may(request.actor(), request.programId(), Act.APPROVE),
                access.may(request.actor(), request.programId(), Act.MANAGE));
    }
}
