package rollcall.registration;

import org.springframework.stereotype.Component;
import rollcall.member.Seating;
import rollcall.member.SeatsNow;
import rollcall.program.Program;

/** How the seats of a program stand for whoever comes to its page. A program without a limit has enough, unasked. */
@Component
class PublicSeats {

    private final Seating seating;

    PublicSeats(Seating seating) {
        this.seating = seating;
    }

    SeatsNow look(Program program) {
        return seating.lookIfLimited(program);
    }

    SeatsNow lock(Program program) {
        return seating.lockIfLimited(program);
    }
}
