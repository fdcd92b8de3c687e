package rollcall.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code program_seats}, which are both the lock and the number it guards. */
@Component
class SeatRows implements SeatLock {

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

    /** Counts the seats that {@code more} members took; negative when they left. */
    void add(long programId, int more) {
        jdbc.sql("update program_seats set taken = taken + :more where program_id = :program")
                .param("more", more)
                .param("program", programId)
                .update();
    }

    /** Counts anew who holds a seat; for a program that gets its first capacity. The caller holds the lock. */
    void recount(long programId) {
        jdbc.sql("update program_seats set taken = :taken where program_id = :program")
                .param("taken", holders(programId))
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
            """).param("program", programId).query(Integer.class).single();
    }

    long waiting(long programId) {
        return jdbc.sql("select count(*) from member where program_id = :program and status = 'WAITLISTED'")
                .param("program", programId)
                .query(Long.class)
                .single();
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
