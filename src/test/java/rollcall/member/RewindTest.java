package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.program.Status;
import rollcall.program.StatusCode;

class RewindTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(30));
    private static final Status OUT = WEBINAR.status(StatusCode.NOT_IN_PROGRAM);

    /** What counts still, and the day on which the first success began; each change is a day later than the one before. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        REGISTERED ATTENDED                                    | REGISTERED         | REGISTERED                                   |
        REGISTERED ATTENDED                                    | INVITED            |                                              |
        REGISTERED ATTENDED                                    | NOT_IN_PROGRAM     |                                              |
        INVITED REGISTERED NO_SHOW                             | ATTENDED           | INVITED REGISTERED                           | now
        REGISTERED ATTENDED_ON_DEMAND ATTENDED                 | ATTENDED_ON_DEMAND | REGISTERED ATTENDED_ON_DEMAND                | 1
        REGISTERED ATTENDED_ON_DEMAND ATTENDED                 | NO_SHOW            | REGISTERED                                   |
        INVITED ATTENDED                                       | ATTENDED_ON_DEMAND | INVITED                                      | now
        REGISTERED ATTENDED NOT_IN_PROGRAM INVITED REGISTERED  | INVITED            | REGISTERED ATTENDED NOT_IN_PROGRAM INVITED   | 1
        REGISTERED ATTENDED NOT_IN_PROGRAM INVITED ATTENDED    | REGISTERED         | REGISTERED ATTENDED NOT_IN_PROGRAM INVITED   | 1
        REGISTERED ATTENDED NOT_IN_PROGRAM                     | ATTENDED           | REGISTERED ATTENDED                          | 1
        REGISTERED ATTENDED NOT_IN_PROGRAM                     | REGISTERED         | REGISTERED                                   |
        WAITLISTED REJECTED WAITLISTED REGISTERED              | WAITLISTED         | WAITLISTED REJECTED WAITLISTED               |
        """)
    void theRightStatusChosenByHand(String history, StatusCode right, String kept, String success) {
        var rewind = Rewind.to(WEBINAR.status(right), history(history), OUT);

        assertThat(words(rewind.kept())).isEqualTo(kept == null ? "" : kept);
        assertThat(rewind.success(NOW)).isEqualTo(day(success));
        assertThat(rewind.takenBack())
                .hasSize(history(history).size() - rewind.kept().size());
    }

    private static Instant day(String day) {
        return day == null ? null : day.equals("now") ? NOW : START.plus(Duration.ofDays(Long.parseLong(day)));
    }

    @Test
    void wholeChangeSetsGoBackToWhereTheyCameFrom() {
        var history = history("INVITED REGISTERED ATTENDED");

        assertThat(before(3, history).to()).isEqualTo(WEBINAR.status(StatusCode.REGISTERED));
        assertThat(before(1, history("INVITED")).to())
                .as("whoever came in by it goes out")
                .isEqualTo(OUT);
        assertThat(Rewind.before(new Mistake.OfChangeSet(2), history, OUT))
                .as("moved on since")
                .isEmpty();
    }

    @Test
    void allThatAJobDidIsTakenBackTogether() {
        var history = history("INVITED REGISTERED ATTENDED");
        var ofJob =
                history.stream().map(one -> one.seq() == 1 ? one : ofJob(one)).toList();

        var rewind = Rewind.before(new Mistake.OfJob(7), ofJob, OUT).orElseThrow();

        assertThat(rewind.to()).isEqualTo(WEBINAR.status(StatusCode.INVITED));
        assertThat(words(rewind.takenBack())).isEqualTo("REGISTERED ATTENDED");
    }

    private static Past ofJob(Past one) {
        return new Past(one.seq(), one.from(), one.to(), one.at(), one.changeSetId(), 7L, false, null);
    }

    @Test
    void whoWaitsAgainHasWaitedAllTheTime() {
        var rewind = Rewind.last(history("INVITED WAITLISTED REGISTERED"), OUT);

        assertThat(rewind.since(NOW)).isEqualTo(START.plus(Duration.ofDays(1)));
        assertThat(Rewind.last(history("INVITED"), OUT).since(NOW)).isEqualTo(NOW);
    }

    private static Rewind before(long changeSet, List<Past> history) {
        return Rewind.before(new Mistake.OfChangeSet(changeSet), history, OUT).orElseThrow();
    }

    private static List<Past> history(String words) {
        var history = new ArrayList<Past>();
        var all = Arrays.stream(words.split(" ")).map(WEBINAR::status).toList();
        for (int i = 0; i < all.size(); i++) {
            var from = i == 0 ? null : all.get(i - 1);
            history.add(new Past(i + 1, from, all.get(i), START.plus(Duration.ofDays(i)), i + 1, null, false, null));
        }
        return history;
    }

    private static String words(List<Past> some) {
        return some.stream().map(one -> one.to().key()).collect(Collectors.joining(" "));
    }
}
