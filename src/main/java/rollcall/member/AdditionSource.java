package rollcall.member;

import java.util.List;
import rollcall.program.Program;

/** The members of another program with certain statuses. */
record AdditionSource(Program program, List<String> statuses) {

    MemberFilter filter() {
        return MemberFilter.withStatus(statuses.toArray(String[]::new));
    }
}
