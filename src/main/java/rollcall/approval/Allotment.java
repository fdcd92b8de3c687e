package rollcall.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.member.SeatsNow;
import rollcall.program.Actor;
import rollcall.program.Move.Reason;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * What one decision on many comes to in one program: who has waited longest gets a seat first. Knows no database.
 *
 * @param given who gets which status
 * @param refused who gets none, and why
 */
record Allotment(Map<Waiter, StatusCode> given, Map<Waiter, Reason> refused) {

    /** @param waiters the longest first */
    static Allotment of(Verdict verdict, Actor who, Program program, SeatsNow seats, List<Waiter> waiters) {
        var allotment = new Allotment(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var one : waiters) {
            if (program.fourEyes() && one.broughtBy().equals(who.key())) {
                allotment.refused.put(one, Reason.NEEDS_OTHER_APPROVER);
            } else if (verdict == Verdict.REJECT) {
                allotment.given.put(one, StatusCode.REJECTED);
            } else {
                seats = allotment.approve(one, program, seats);
            }
        }
        return allotment;
    }

    /** @return the seats as they are for the next one */
    private SeatsNow approve(Waiter one, Program program, SeatsNow seats) {
        var to = Decisions.to(program, seats);
        if (to.isEmpty()) {
            refused.put(one, seats.free() > 0 ? Reason.PROMISED_TO_WAITLIST : Reason.PROGRAM_FULL);
            return seats;
        }
        given.put(one, to.get());
        return seats.after(to.get());
    }

    /** Those who get that status. */
    List<Long> ids(StatusCode to) {
        return given.entrySet().stream()
                .filter(one -> one.getValue() == to)
                .map(one -> one.getKey().memberId())
                .toList();
    }
}
