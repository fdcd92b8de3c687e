package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.program.Move.Reason;
import rollcall.program.StatusCode;

class SeatBudgetTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "   , 99, 5, INVITED,    false, ",
        "10 , 9 , 0, INVITED,    false, ",
        "10 , 10, 0, INVITED,    false, PROGRAM_FULL",
        "10 , 11, 0, WAITLISTED, true , PROGRAM_FULL",
        "10 , 9 , 1, INVITED,    false, PROMISED_TO_WAITLIST",
        "10 , 9 , 1, INVITED,    true , ",
        "10 , 9 , 1, WAITLISTED, false, ",
        "0  , 0 , 0, INVITED,    false, PROGRAM_FULL",
    })
    void whoGetsASeat(Integer capacity, int taken, long waiting, StatusCode at, boolean ahead, Reason refusal) {
        var budget = new SeatBudget(capacity, taken, waiting);
        assertThat(budget.refusal(standing(1, at, 0, 0), ahead)).isEqualTo(refusal);
        assertThat(budget.limited()).isEqualTo(capacity != null);
    }

    @ParameterizedTest
    @CsvSource({
        "INVITED,    REGISTERED,     1",
        "WAITLISTED, REGISTERED,     1",
        "REGISTERED, ATTENDED,       0",
        "REGISTERED, NOT_IN_PROGRAM, -1",
        "INVITED,    WAITLISTED,     0",
    })
    void countsSeatsTakenAndFreed(StatusCode from, StatusCode to, int spent) {
        var budget = new SeatBudget(10, 5, 3);
        budget.count(standing(1, from, 0, 0), WEBINAR.status(to));
        assertThat(budget.spent()).isEqualTo(spent);
    }

    @Test
    void whoBeginsToWaitHoldsBackTheOthersAndWhoStopsLetsThemPass() {
        var budget = new SeatBudget(10, 5, 0);
        budget.count(standing(1, StatusCode.INVITED, 0, 0), WEBINAR.status(StatusCode.WAITLISTED));
        assertThat(budget.refusal(standing(2, StatusCode.INVITED, 0, 0), false)).isEqualTo(Reason.PROMISED_TO_WAITLIST);
        budget.count(standing(1, StatusCode.WAITLISTED, 0, 0), WEBINAR.status(StatusCode.REJECTED));
        assertThat(budget.refusal(standing(2, StatusCode.INVITED, 0, 0), false)).isNull();
    }

    @Test
    void thoseWhoWaitComeFirstInTheirOrderThenByMembershipDateThenNewcomers() {
        var late = standing(1, StatusCode.WAITLISTED, 20, 1);
        var early = standing(2, StatusCode.WAITLISTED, 10, 9);
        var old = standing(3, StatusCode.INVITED, 99, 2);
        var young = standing(4, StatusCode.REGISTERED, 0, 3);
        var same = standing(5, StatusCode.INVITED, 0, 3);
        var newcomer = Standing.outside(9, NOW.plusSeconds(99));

        var sorted = Stream.of(newcomer, same, young, old, late, early)
                .sorted(Standing.BY_TURN)
                .toList();

        assertThat(sorted).isEqualTo(List.of(early, late, old, young, same, newcomer));
    }

    @ParameterizedTest
    @CsvSource({"20, 18, 2, 0", "20, 20, 0, 0", "20, 23, 0, 3", ", 23, , 0"})
    void aCountSaysWhatIsFreeAndWhatIsOver(Integer capacity, int taken, Integer free, int over) {
        var count = new SeatCount(capacity, taken);
        assertThat(count.free()).isEqualTo(free);
        assertThat(count.over()).isEqualTo(over);
    }

    private static @Nullable Turn turn(long id, StatusCode at, int changed) {
        return at == StatusCode.WAITLISTED ? new Turn(0, changed, id) : null;
    }

    private static Standing standing(long id, StatusCode at, int changed, int joined) {
        return new Standing(
                id,
                id,
                WEBINAR.status(at),
                "system",
                NOW.plusSeconds(changed),
                NOW.plusSeconds(joined),
                false,
                turn(id, at, changed),
                false);
    }
}
