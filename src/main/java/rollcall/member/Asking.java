package rollcall.member;

import java.time.Instant;
import rollcall.program.Channel;
import rollcall.program.Program;

/** A request, and everything that was locked or looked up once to settle it. */
record Asking(StatusRequest request, Program program, Channel channel, SeatBudget budget, Rights rights, Instant now) {

    Verdicts verdicts() {
        return new Verdicts(program, channel, request, rights, budget);
    }
}
