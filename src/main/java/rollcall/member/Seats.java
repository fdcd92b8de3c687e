package rollcall.member;

import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.ProgramChanged;
import rollcall.program.ProgramCreated;
import rollcall.program.Programs;
import rollcall.program.SeatsTaken;

/** Gives every program its seats, and the door the budget it may spend. */
@Component
class Seats implements SeatsTaken {

    private final SeatRows rows;
    private final SeatLock lock;
    private final Programs programs;
    private final ApplicationEventPublisher events;

    Seats(SeatRows rows, SeatLock lock, Programs programs, ApplicationEventPublisher events) {
        this.rows = rows;
        this.lock = lock;
        this.programs = programs;
        this.events = events;
    }

    @EventListener
    void on(ProgramCreated created) {
        rows.insert(created.programId());
    }

    /** A program without a capacity does not count its seats; so they are counted when it gets one. */
    @EventListener
    void on(ProgramChanged changed) {
        if (!Objects.equals(changed.before().capacity(), changed.after().capacity())) {
            var program = changed.after().key();
            lock.lock(program);
            rows.recount(program);
        }
    }

    @Override
    public int of(Program program) {
        var id = program.key();
        return program.limited() ? rows.taken(List.of(id)).getOrDefault(id, 0) : rows.holders(id);
    }

    /** Locks the seats, when there is a limit, and answers what may be spent until the transaction ends. */
    SeatBudget lock(long programId) {
        if (!programs.get(programId).limited()) {
            return SeatBudget.unlimited();
        }
        int taken = lock.lock(programId);
        return new SeatBudget(programs.get(programId).capacity(), taken, rows.waiting(programId));
    }

    /** What could be spent now, for a preview; nothing is locked. */
    SeatBudget look(long programId) {
        var capacity = programs.get(programId).capacity();
        return capacity == null
                ? SeatBudget.unlimited()
                : new SeatBudget(capacity, rows.holders(programId), rows.waiting(programId));
    }

    /** Also tells when that lets somebody hope who waits. */
    void store(long programId, SeatBudget spent) {
        if (spent.limited() && spent.spent() != 0) {
            rows.add(programId, spent.spent());
        }
        if (spent.spent() < 0 && spent.somebodyWaits()) {
            events.publishEvent(new SeatsFreed(programId, -spent.spent()));
        }
    }
}
