package rollcall.member;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Programs;

/** Looks up once what settling a request needs to know. */
@Component
class Askings {

    private final Programs programs;
    private final Access access;
    private final Seats seats;
    private final Clock clock;

    Askings(Programs programs, Access access, Seats seats, Clock clock) {
        this.programs = programs;
        this.access = access;
        this.seats = seats;
        this.clock = clock;
    }

    /** For the door: takes the seats' lock, which comes before the members'. */
    Asking lock(StatusRequest request) {
        return of(request, seats.lock(request.programId()));
    }

    /** For those who only look ahead: locks nothing, so the truth may overtake it. */
    Asking look(StatusRequest request) {
        return of(request, seats.look(request.programId()));
    }

    /** As {@link #look}, with what others were given of the same seats already. */
    Asking lookAfter(StatusRequest request, SeatsSpent before) {
        return of(request, seats.look(request.programId()).after(before));
    }

    private Asking of(StatusRequest request, SeatBudget budget) {
        var program = programs.get(request.programId());
        var channel = programs.channelOf(program);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Asking(request, program, channel, budget, Rights.of(access, request), now);
    }
}
