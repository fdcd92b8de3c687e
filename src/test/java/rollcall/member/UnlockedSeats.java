package rollcall.member;

import java.time.Clock;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Programs;

/** For negative controls: seats whose lock a test puts something else in place of. */
@Component
public class UnlockedSeats {

    private final JdbcClient jdbc;
    private final SeatRows rows;
    private final Seats seats;
    private final Programs programs;
    private final Turns turns;
    private final Clock clock;

    UnlockedSeats(JdbcClient jdbc, SeatRows rows, Seats seats, Programs programs, Turns turns, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.seats = seats;
        this.programs = programs;
        this.turns = turns;
        this.clock = clock;
    }

    /** @param look answers how many seats are taken, and locks nothing */
    public Seating seating(LongToIntFunction look) {
        return new Seating(jdbc, look::applyAsInt, rows, seats, programs, turns, List.of(), clock);
    }
}
