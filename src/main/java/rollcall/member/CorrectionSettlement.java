package rollcall.member;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.program.Status;

/**
 * Writes corrections of members who are locked, in one change set: everybody out who is in, then everybody in who belongs
 * there. Tells it once.
 */
@Component
class CorrectionSettlement {

    private final ChangeSets changeSets;
    private final StatusWrites writes;
    private final CorrectionRows rows;
    private final Seats seats;
    private final ApplicationEventPublisher events;

    CorrectionSettlement(
            ChangeSets changeSets,
            StatusWrites writes,
            CorrectionRows rows,
            Seats seats,
            ApplicationEventPublisher events) {
        this.changeSets = changeSets;
        this.writes = writes;
        this.rows = rows;
        this.seats = seats;
        this.events = events;
    }

    /** @param keepSkips whether to store whom nothing was written for, so that a result page finds them */
    ChangeSet settle(Asking asking, List<Correction> decided, boolean keepSkips) {
        var made = decided.stream().filter(Correction::written).toList();
        if (made.isEmpty() && !keepSkips) {
            return new ChangeSet(
                    null, decided.stream().map(one -> outcome(one, null)).toList());
        }
        var changeSet = changeSets.insertCorrection(asking.request(), asking.now());
        if (!made.isEmpty()) {
            write(asking, changeSet, made);
        }
        var skips = keepSkips ? decided : List.<Correction>of();
        changeSets.insertSkips(
                changeSet, skips.stream().map(one -> one.lastStep(asking)).toList());
        return new ChangeSet(
                changeSet, decided.stream().map(one -> outcome(one, changeSet)).toList());
    }

    private void write(Asking asking, long changeSet, List<Correction> made) {
        var request = asking.request();
        var program = request.programId();
        var out = made.stream().filter(Correction::goesOut);
        var in = made.stream().filter(Correction::comesIn);
        writes.write(request, changeSet, out.map(one -> one.wayOut(asking)).toList());
        writes.write(request, changeSet, in.map(one -> one.lastStep(asking)).toList());
        writes.count(program, changeSet);
        rows.mark(changeSet, made, asking.now());
        seats.store(program, asking.budget());
        var to = made.stream().map(Correction::to).map(Status::key).collect(Collectors.toSet());
        events.publishEvent(new StatusesChanged(changeSet, program, to, false, true));
    }

    private static Outcome outcome(Correction one, @Nullable Long changeSet) {
        return new Outcome(one.memberId(), one.standing().personId(), one.move(), one.written() ? changeSet : null);
    }
}
