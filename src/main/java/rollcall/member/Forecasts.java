package rollcall.member;

import java.time.Clock;
import org.springframework.stereotype.Service;
import rollcall.program.Access;
import rollcall.program.Programs;

/** Looks ahead at what joining would come to, for dry runs. Locks and writes nothing, so the truth may overtake it. */
@Service
public class Forecasts {

    private final Programs programs;
    private final Access access;
    private final Seats seats;
    private final MemberRows members;
    private final BroughtAlong brought;
    private final Clock clock;

    Forecasts(Programs programs, Access access, Seats seats, MemberRows members, BroughtAlong brought, Clock clock) {
        this.programs = programs;
        this.access = access;
        this.seats = seats;
        this.members = members;
        this.brought = brought;
        this.clock = clock;
    }

    public Forecast of(StatusRequest request) {
        return of(request, SeatsSpent.NOTHING);
    }

    /** @param before what forecasts for other people gave away of the same seats already */
    public Forecast of(StatusRequest request, SeatsSpent before) {
        var program = programs.get(request.programId());
        var asking = new Asking(
                request,
                program,
                programs.channelOf(program),
                seats.look(program.key()).after(before),
                Rights.of(access, request),
                clock.instant());
        return new Forecast(asking, members, brought);
    }
}
