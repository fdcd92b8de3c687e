package rollcall.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A loss that is planted is found, and ends the command with 1. */
class LedgerTest {

    private static final String ADA = "ada@example.org";
    private static final String GRACE = "grace@example.org";
    private static final List<String> BOTH = List.of(ADA, GRACE);
    private static final Duration LATE = Duration.ofSeconds(11);

    private final Ledger ledger = new Ledger();

    @Test
    void whatWasAcknowledgedMustBeThere() {
        ledger.acknowledge(ledger.ask("added", BOTH, INVITED));
        ledger.acknowledge(ledger.ask("changed", List.of(ADA), REGISTERED));

        assertThat(ledger.broken(Map.of(ADA, REGISTERED, GRACE, INVITED))).isEmpty();
        assertThat(ledger.broken(Map.of(ADA, INVITED, GRACE, INVITED)))
                .containsExactly("Acknowledged and lost: 2 (changed, 1 to REGISTERED), " + ADA);
        assertThat(ledger.broken(Map.of(ADA, REGISTERED)))
                .containsExactly("Acknowledged and lost: 1 (added, 2 to INVITED), " + GRACE);
    }

    @Test
    void whatWasNeverAnsweredIsThereForAllOrForNobody() {
        ledger.ask("added", BOTH, INVITED);

        assertThat(ledger.broken(Map.of())).isEmpty();
        assertThat(ledger.broken(Map.of(ADA, INVITED, GRACE, INVITED))).isEmpty();
        assertThat(ledger.broken(Map.of(ADA, INVITED)))
                .containsExactly("Never answered and half done: 1 (added, 2 to INVITED), " + GRACE);
    }

    @Test
    void whoeverCameAsFarByAnotherDeedProvesNothing() {
        ledger.acknowledge(ledger.ask("added", BOTH, INVITED));
        ledger.ask("changed many", BOTH, REGISTERED);
        ledger.acknowledge(ledger.ask("changed", List.of(ADA), REGISTERED));

        assertThat(ledger.broken(Map.of(ADA, REGISTERED, GRACE, INVITED))).isEmpty();
    }

    @Test
    void whatWasRefusedIsNotThere() {
        ledger.acknowledge(ledger.ask("added", BOTH, INVITED));
        ledger.refuse(ledger.ask("changed", List.of(ADA), REGISTERED));

        assertThat(ledger.broken(Map.of(ADA, INVITED, GRACE, INVITED))).isEmpty();
        assertThat(ledger.broken(Map.of(ADA, REGISTERED, GRACE, INVITED)))
                .containsExactly(
                        "Refused and done: 2 (changed, 1 to REGISTERED), " + ADA,
                        "Nobody asked for it: " + ADA + " REGISTERED");
    }

    @Test
    void aLossEndsTheCommandWithOne() {
        assertThat(ended(List.of())).isZero();

        ledger.acknowledge(ledger.ask("never made", List.of(ADA), REGISTERED));

        assertThat(ended(ledger.broken(Map.of()))).isEqualTo(1);
    }

    @Test
    void whatIsNotBroughtToAnEndOrComesBackLateEndsItWithOneToo() {
        assertThat(ended(new Round.Outcome(
                        List.of(), List.of(), List.of("Job 1: Failed"), Duration.ZERO, Duration.ZERO)))
                .isEqualTo(1);
        assertThat(ended(new Round.Outcome(List.of(), List.of(), List.of(), LATE, Duration.ZERO)))
                .isEqualTo(1);
        assertThat(ended(new Round.Outcome(List.of(), List.of(), List.of(), Duration.ZERO, LATE)))
                .isEqualTo(1);
    }

    @Test
    void whereNothingWasRunNothingIsProved() {
        var report = new Report(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        report.notRun("1 h2 clock", "there is no faketime here");

        assertThat(report.end()).isEqualTo(1);
    }

    private int ended(List<String> broken) {
        return ended(new Round.Outcome(broken, List.of(), List.of(), Duration.ZERO, Duration.ZERO));
    }

    private int ended(Round.Outcome outcome) {
        var report = new Report(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        report.begin("1 h2 kill");
        report.round(outcome, Duration.ofSeconds(10), ledger);
        return report.end();
    }
}
