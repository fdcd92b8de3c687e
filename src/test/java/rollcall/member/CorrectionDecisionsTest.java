package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Program;
import rollcall.program.StatusCode;

class CorrectionDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final long WRONG = 9;

    private final Map<Long, CorrectionRows.Known> known = new HashMap<>();
    private final CorrectionDecisions decisions = new CorrectionDecisions(new Remembered());

    /** Histories that a test wrote down instead of a database. */
    private final class Remembered extends CorrectionRows {

        Remembered() {
            super(new NamedParameterJdbcTemplate(new DriverManagerDataSource()));
        }

        @Override
        Map<Long, Known> of(Channel channel, Collection<Long> memberIds) {
            return known;
        }
    }

    @Test
    void whoFreesASeatComesBeforeWhoTakesOne() {
        var taker = member(1, REGISTERED, INVITED);
        var freer = member(2, INVITED, REGISTERED);

        var corrections = decide(1, taker, freer);

        assertThat(corrections).extracting(Correction::memberId).containsExactly(2L, 1L);
        assertThat(corrections).extracting(Correction::written).containsExactly(true, true);
        assertThat(corrections).extracting(one -> one.to().key()).containsExactly("INVITED", "REGISTERED");
    }

    @Test
    void theLastFreeSeatGoesToOneOfThem() {
        var corrections = decide(1, member(1, REGISTERED, INVITED), member(2, REGISTERED, INVITED));

        assertThat(corrections)
                .extracting(Correction::move)
                .containsExactly(
                        new Move.Join(WEBINAR.status(StatusCode.NOT_IN_PROGRAM), WEBINAR.status(REGISTERED)),
                        new Move.Skip(WEBINAR.status(INVITED), Reason.PROGRAM_FULL));
    }

    @Test
    void whoeverHasMovedOnSinceIsLetBe() {
        var standing = member(1, INVITED, REGISTERED);
        var history = known.get(1L).history();
        var later = new Past(3, WEBINAR.status(REGISTERED), WEBINAR.status(ATTENDED), NOW, 10, null, false, null);
        known.put(1L, new CorrectionRows.Known(Delivery.NONE, null, List.of(history.get(0), history.get(1), later)));

        assertThat(decide(5, standing).getFirst().move())
                .isEqualTo(new Move.Skip(WEBINAR.status(REGISTERED), Reason.CHANGED_MEANWHILE));
    }

    /** Somebody who was {@code right} and became {@code wrong} by the change set that is taken back. */
    private Standing member(long id, StatusCode right, StatusCode wrong) {
        var first = new Past(1, null, WEBINAR.status(right), NOW, id, null, false, null);
        var second = new Past(2, WEBINAR.status(right), WEBINAR.status(wrong), NOW, WRONG, null, false, null);
        known.put(id, new CorrectionRows.Known(Delivery.NONE, null, List.of(first, second)));
        return new Standing(id, id, WEBINAR.status(wrong), "account:1", NOW, NOW, false, null, false);
    }

    private List<Correction> decide(int capacity, Standing... standings) {
        var taken =
                (int) List.of(standings).stream().filter(Standing::holdsSeat).count();
        var request = StatusRequest.of(7, INVITED, Cause.PERSON, Actor.account(2, "Bob"))
                .because("a mistake");
        var asking = new Asking(
                request, program(), WEBINAR, new SeatBudget(capacity, taken, 0), new Rights(true, true), NOW);
        return decisions.decide(asking, List.of(standings), Right.before(new Mistake.OfChangeSet(WRONG)));
    }

    private static Program program() {
        var end = NOW.plusSeconds(3600);
        return new Program(7L, 0, 1, "Launch", "", NOW, end, "UTC", null, false, false, false, null, null, false, NOW);
    }
}
