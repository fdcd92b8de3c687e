package rollcall.member;

import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;

/** What the asker may do in the program. */
record Rights(boolean approve, boolean manage) {

    static Rights of(Access access, StatusRequest request) {
        return of(access, request.actor(), request.programId());
    }

    static Rights of(Access access, Actor who, long programId) {
        return new Rights(access.may(who, programId, Act.APPROVE), access.may(who, programId, Act.MANAGE));
    }
}
