package rollcall.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code program_seats}, which are both the lock and the number it guards. */
@Component
class SeatRows implements SeatLock {

    private static final int SHARES = 16;

    private final JdbcClient jdbc;

    SeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long programId) {
        jdbc.sql("insert into program_seats (program_id, taken) values (:program, 0)")
                .param("program", programId)
                .update();
    }

    @Override
    public int lock(long programId) {
        return jdbc.sql("select taken from program_seats where program_id = :program for update")
                .param("program", programId)
                .query(Integer.class)
                .single();
    }

    /**
     * Holds one share of a program until the transaction ends: one that is free, or else one that comes free. So up to
     * sixteen change such programs side by side.
     */
    void share(long programId) {
        var first = firstShare(programId);
        var free = jdbc.sql("select n from seat_share where n between :first and :last limit 1 for update skip locked")
                .param("first", first)
                .param("last", first + SHARES - 1)
                .query(Integer.class)
                .optional();
        if (free.isEmpty()) {
            hold(first + ThreadLocalRandom.current().nextInt(SHARES));
        }
    }

    /** Waits until nobody holds a share of that program, and holds all of them until the transaction ends. */
    void allShares(long programId) {
        var first = firstShare(programId);
        IntStream.range(first, first + SHARES).forEach(this::hold);
    }

    private static int firstShare(long programId) {
        return Math.toIntExact(programId % SHARES) * SHARES;
    }

    private void hold(int share) {
        jdbc.sql("select n from seat_share where n = :n for update")
                .param("n", share)
                .query(Integer.class)
                .single();
    }

    /** Counts the seats that {@code more} members took; negative when they left. */
    void add(long programId, int more) {
        jdbc.sql("update program_seats set taken = taken + :more where program_id = :program")
                .param("more", more)
                .param("program", programId)
                .update();
    }

    /**
     * Counts anew who holds a seat, and how many are above the capacity from now on; for a program that gets another
     * capacity. The caller holds the lock.
     */
    void recount(long programId, @Nullable Integer capacity) {
        int taken = holders(programId);
        jdbc.sql("update program_seats set taken = :taken, excess = :excess where program_id = :program")
                .param("taken", taken)
                .param("excess", new SeatCount(capacity, taken).over())
                .param("program", programId)
                .update();
    }

    int holders(long programId) {
        return jdbc.sql("""
            select count(*)
            from member m
            join program p on p.id = m.program_id
            join status s on s.channel_id = p.channel_id and s.status_key = m.status and s.holds_seat
            where m.program_id = :program\
            """).param("program", programId).query(Integer.class).single() + offered(programId);
    }

    /** How many seats are held for people who think about an offer. */
    private int offered(long programId) {
        return jdbc.sql("select count(*) from member where program_id = :program and offer_until is not null")
                .param("program", programId)
                .query(Integer.class)
                .single();
    }

    /** By what each change set appended, as a hundred thousand who wait would be counted for each of their promotions. */
    long waiting(long programId) {
        return waiting(List.of(programId)).getOrDefault(programId, 0L);
    }

    /** By program; those in which nobody waits are left out. */
    Map<Long, Long> waiting(Collection<Long> programIds) {
        var waiting = new HashMap<Long, Long>();
        if (!programIds.isEmpty()) {
            jdbc.sql("""
                select program_id, sum(n) as n from status_count
                where program_id in (:programs) and status = 'WAITLISTED' group by program_id having sum(n) <> 0\
                """).param("programs", programIds).query(row -> {
                waiting.put(row.getLong("program_id"), row.getLong("n"));
            });
        }
        return waiting;
    }

    Map<Long, Integer> taken(Collection<Long> programIds) {
        var taken = new HashMap<Long, Integer>();
        if (!programIds.isEmpty()) {
            jdbc.sql("select program_id, taken from program_seats where program_id in (:programs)")
                    .param("programs", programIds)
                    .query(row -> {
                        taken.put(row.getLong("program_id"), row.getInt("taken"));
                    });
        }
        return taken;
    }
}
