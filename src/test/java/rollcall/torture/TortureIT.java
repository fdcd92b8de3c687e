package rollcall.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import rollcall.testing.Node.Database;
import rollcall.torture.Moment.Work;

/** The short form of {@code bin/torture}: a few rounds, always of the same kind. */
@Tag("torture")
@ResourceLock("own browser")
class TortureIT {

    /** Generous: what else runs on the machine is not what is looked at. */
    private static final Duration BACK = Duration.ofMinutes(1);

    private static final Round.Measure MEASURE =
            new Round.Measure(2, 1_500, Duration.ofSeconds(3), Duration.ofMinutes(2));

    @Test
    void aNodeOnH2IsKilledInTheMiddleOfABulkChange() throws Exception {
        try (var rig = Rig.start(Database.H2, 1, false)) {
            var outcome = round(Ground.on(rig), 1).with(Fault.KILL, new Moment(Work.BULK, 30));

            assertWell(outcome);
            assertFinished(outcome);
            assertThat(rig.check()).isEmpty();
        }
    }

    @Test
    void twoNodesAreKilledAndDrainedAndLoseTheirDatabase() throws Exception {
        try (var rig = Rig.start(Database.POSTGRESQL, 2, false)) {
            var ground = Ground.on(rig);

            var killed = round(ground, 1).with(Fault.KILL, new Moment(Work.IMPORT, 20));
            assertWell(killed);
            assertFinished(killed);
            var drained = round(ground, 2).with(Fault.DRAIN, new Moment(Work.CHANGES, 10));
            assertWell(drained);
            assertFinished(drained);
            assertWell(round(ground, 3).with(Fault.DATABASE_STOPPED, new Moment(Work.CHANGES, 10)));
            assertThat(rig.check()).isEmpty();
        }
    }

    /** Always with the same dice: what a test does may not change from one run to the next. */
    private static Round round(Ground ground, int number) {
        return new Round(ground, "r" + number, MEASURE, number);
    }

    /** Nobody got an error that trying again did not mend, and no work was left. */
    private static void assertFinished(Round.Outcome outcome) {
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.unfinished()).isEmpty();
    }

    private static void assertWell(Round.Outcome outcome) {
        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.back()).isLessThan(BACK);
    }
}
