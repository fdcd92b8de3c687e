package rollcall.member;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/**
 * The door to seats that nobody has yet: whoever decides who gets one locks them first, looks, and then asks
 * {@link StatusChanges}, all in one transaction. An offer holds a seat until it is taken up, given back or over.
 */
@Service
public class Seating {

    private final JdbcClient jdbc;
    private final SeatLock lock;
    private final SeatRows rows;
    private final Seats seats;
    private final Programs programs;
    private final Turns turns;
    private final List<WaitlistLimits> limits;
    private final Clock clock;

    Seating(
            JdbcClient jdbc,
            SeatLock lock,
            SeatRows rows,
            Seats seats,
            Programs programs,
            Turns turns,
            List<WaitlistLimits> limits,
            Clock clock) {
        this.turns = turns;
        this.limits = limits;
        this.clock = clock;
        this.jdbc = jdbc;
        this.lock = lock;
        this.rows = rows;
        this.seats = seats;
        this.programs = programs;
    }

    /** Waits until nobody else gives or frees seats of that program, until the caller's transaction ends. */
    public SeatsNow lock(long programId) {
        int taken = lock.lock(programId);
        var program = programs.get(programId);
        return now(program, program.limited() ? taken : 0);
    }

    /** As {@link #lock}, for whoever only asks whether a seat is open: without a limit there is one, and nothing to lock. */
    public SeatsNow lockIfLimited(Program program) {
        return program.limited() ? lock(program.key()) : SeatsNow.UNLIMITED;
    }

    /** As {@link #lockIfLimited}; nothing is locked. */
    public SeatsNow lookIfLimited(Program program) {
        return program.limited() ? look(program) : SeatsNow.UNLIMITED;
    }

    /** As they stand at this moment; nothing is locked. */
    public SeatsNow look(long programId) {
        return look(programs.get(programId));
    }

    /** As {@link #look(long)}, for whoever has just read the program. */
    public SeatsNow look(Program program) {
        return now(program, seats.of(program));
    }

    /** As {@link #lookIfLimited}, by program, with as many statements for many programs as for one. */
    public Map<Long, SeatsNow> lookIfLimited(Collection<Program> those) {
        var limited = those.stream().filter(Program::limited).toList();
        var ids = limited.stream().map(Program::key).toList();
        var taken = rows.taken(ids);
        var waiting = rows.waiting(ids);
        var overtaken = seats.overtaken(limited);
        var most = limits.stream().map(one -> one.mostIn(ids)).toList();
        return those.stream().collect(Collectors.toMap(Program::key, one -> {
            var id = one.key();
            var wait = waiting.getOrDefault(id, 0L);
            var promised = wait > 0 && !overtaken.contains(id);
            return one.limited()
                    ? now(
                            one,
                            taken.getOrDefault(id, 0),
                            wait,
                            promised,
                            most.stream().map(some -> in(some, id)))
                    : SeatsNow.UNLIMITED;
        }));
    }

    private static OptionalInt in(Map<Long, Integer> most, long programId) {
        var one = most.get(programId);
        return one == null ? OptionalInt.empty() : OptionalInt.of(one);
    }

    private SeatsNow now(Program program, int taken) {
        var id = program.key();
        var waiting = rows.waiting(id);
        var promised = waiting > 0 && !seats.overtaken(id);
        return now(program, taken, waiting, promised, limits.stream().map(one -> one.mostIn(id)));
    }

    /** @param most how many may wait, by each room that knows a number; asked only where there is a waitlist */
    private static SeatsNow now(Program program, int taken, long waiting, boolean promised, Stream<OptionalInt> most) {
        var room = program.waitlistOn() ? roomToWait(most, waiting) : 0;
        return new SeatsNow(program.capacity(), taken, waiting, promised, room);
    }

    /** The door itself refuses nobody for it, since a manager may let wait whom they like. */
    private static long roomToWait(Stream<OptionalInt> most, long waiting) {
        return most.flatMapToInt(OptionalInt::stream)
                .mapToLong(one -> Math.max(0, one - waiting))
                .min()
                .orElse(SeatsNow.ANY_NUMBER);
    }

    /**
     * Holds a seat for each of them, who all wait. The caller holds the lock and has seen that so many are free.
     *
     * @param memberIds a thousand at most
     * @return those who got one: whoever does not wait any more, or has an offer already, gets none
     */
    public List<Long> offer(long programId, Collection<Long> memberIds, Instant until) {
        var waiting = select(programId, memberIds, "status = 'WAITLISTED' and offer_until is null");
        if (!waiting.isEmpty()) {
            jdbc.sql("update member set offer_until = :until where id in (:ids)")
                    .param("until", Timestamp.from(until))
                    .param("ids", waiting)
                    .update();
            take(programId, waiting.size());
        }
        return waiting;
    }

    /**
     * Gives back the seats that were held for them. The caller holds the lock.
     *
     * @return those who had one
     */
    public List<Long> release(long programId, Collection<Long> memberIds) {
        var holding = select(programId, memberIds, "offer_until is not null");
        if (!holding.isEmpty()) {
            jdbc.sql("update member set offer_until = null where id in (:ids)")
                    .param("ids", holding)
                    .update();
            take(programId, -holding.size());
        }
        return holding;
    }

    /**
     * The place of somebody who waits, from 1.
     *
     * @return empty for whoever does not wait
     */
    public OptionalLong placeOf(long programId, long memberId) {
        return jdbc.sql("""
            select (select count(*) from member o
                    where o.program_id = m.program_id and o.status = 'WAITLISTED'
                        and (o.waitlist_priority > m.waitlist_priority
                            or o.waitlist_priority = m.waitlist_priority and (o.waitlist_number < m.waitlist_number
                                or o.waitlist_number = m.waitlist_number and o.id <= m.id))) as place
            from member m where m.id = :member and m.program_id = :program and m.status = 'WAITLISTED'\
            """)
                .param("member", memberId)
                .param("program", programId)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Moves somebody who waits: a higher priority goes first. The reason and who did it are the caller's to keep. */
    public boolean prioritise(long programId, long memberId, int priority) {
        return jdbc.sql("""
            update member set waitlist_priority = :priority
            where id = :member and program_id = :program and status = 'WAITLISTED'\
            """)
                        .param("priority", priority)
                        .param("member", memberId)
                        .param("program", programId)
                        .update()
                == 1;
    }

    /**
     * Lets them wait behind all who wait now, with no priority, and among themselves in the order in which they waited.
     * The caller holds the lock.
     *
     * @param memberIds a thousand at most; whoever does not wait is left out
     */
    public void toTheEnd(Actor by, long programId, Collection<Long> memberIds) {
        turns.anew(by, programId, memberIds, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private List<Long> select(long programId, Collection<Long> memberIds, String condition) {
        return memberIds.isEmpty()
                ? List.of()
                : jdbc.sql("select id from member where program_id = :program and id in (:ids) and " + condition
                                + " order by id for update")
                        .param("program", programId)
                        .param("ids", memberIds)
                        .query(Long.class)
                        .list();
    }

    private void take(long programId, int seats) {
        if (programs.get(programId).limited()) {
            rows.add(programId, seats);
        }
    }
}
