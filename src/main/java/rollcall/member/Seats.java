package rollcall.member;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final List<Overtaking> overtaking;
    private final ApplicationEventPublisher events;

    Seats(
            SeatRows rows,
            SeatLock lock,
            Programs programs,
            List<Overtaking> overtaking,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.lock = lock;
        this.programs = programs;
        this.overtaking = overtaking;
        this.events = events;
    }

    @EventListener
    void on(ProgramCreated created) {
        rows.insert(created.programId());
    }

    /**
     * A program without a capacity does not count its seats; so they are counted when it gets one. A change that began
     * before must be in that count, and one that begins meanwhile must not take the program for unlimited: the one is
     * waited for, and the other waits, at the shares.
     */
    @EventListener
    void on(ProgramChanged changed) {
        if (!Objects.equals(changed.before().capacity(), changed.after().capacity())) {
            var program = changed.after().key();
            rows.allShares(program);
            lock.lock(program);
            rows.recount(program, changed.after().capacity());
        }
    }

    @Override
    public int of(Program program) {
        var id = program.key();
        return program.limited() ? rows.taken(List.of(id)).getOrDefault(id, 0) : rows.holders(id);
    }

    /**
     * Locks the seats, when there is a limit, and answers what may be spent until the transaction ends. Without a limit
     * many change the program side by side, each with a share; whoever holds one looks again, since only then nobody
     * can set a limit.
     */
    SeatBudget lock(long programId) {
        if (unlimited(programId)) {
            rows.share(programId);
            if (unlimited(programId)) {
                return SeatBudget.unlimited();
            }
        }
        int taken = lock.lock(programId);
        return new SeatBudget(programs.get(programId).capacity(), taken, promised(programId));
    }

    private boolean unlimited(long programId) {
        return !programs.get(programId).limited();
    }

    /** What could be spent now, for a preview; nothing is locked. */
    SeatBudget look(long programId) {
        var capacity = programs.get(programId).capacity();
        return capacity == null
                ? SeatBudget.unlimited()
                : new SeatBudget(capacity, rows.holders(programId), promised(programId));
    }

    /** How many of those who wait nobody may overtake. */
    private long promised(long programId) {
        return overtaken(programId) ? 0 : rows.waiting(programId);
    }

    /** Whether free seats go to whoever comes, although people wait. */
    boolean overtaken(long programId) {
        return overtaking.stream().anyMatch(one -> one.allowedIn(programId));
    }

    /** In which of them free seats go to whoever comes, although people wait. */
    Set<Long> overtaken(Collection<Program> those) {
        return overtaking.stream().flatMap(one -> one.allowedIn(those).stream()).collect(Collectors.toSet());
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
