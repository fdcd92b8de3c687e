package rollcall.member;

import org.springframework.stereotype.Service;

/** Looks ahead at what joining would come to, for dry runs. Locks and writes nothing, so the truth may overtake it. */
@Service
public class Forecasts {

    private final Askings askings;
    private final MemberRows members;
    private final BroughtAlong brought;

    Forecasts(Askings askings, MemberRows members, BroughtAlong brought) {
        this.askings = askings;
        this.members = members;
        this.brought = brought;
    }

    public Forecast of(StatusRequest request) {
        return of(request, SeatsSpent.NOTHING);
    }

    /** @param before what forecasts for other people gave away of the same seats already */
    public Forecast of(StatusRequest request, SeatsSpent before) {
        return new Forecast(askings.lookAfter(request, before), members, brought);
    }
}
