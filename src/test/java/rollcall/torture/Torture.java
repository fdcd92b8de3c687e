package rollcall.torture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import org.slf4j.LoggerFactory;
import rollcall.testing.Node.Database;

/**
 * The command behind {@code bin/torture}: rounds of users at work and something that goes wrong, on H2 and on PostgreSQL
 * with two nodes, each fault once and then on until the minutes are over. Takes the names of faults (all when there is none),
 * {@code --minutes=0}, {@code --seed=…}, {@code --size=10000} and {@code --database=h2,postgresql}.
 */
public final class Torture {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int USERS = 3;

    /** In seconds. */
    private static final int SHORTEST_HOLD = 3;

    private static final int LONGEST_HOLD = 30;

    private final Arguments arguments;
    private final Report report = new Report(System.out);
    private final long end;
    private boolean first = true;
    private int rounds;

    private Torture(Arguments arguments) {
        this.arguments = arguments;
        this.end = System.nanoTime() + Duration.ofMinutes(arguments.minutes()).toNanos();
    }

    public static void main(String[] words) throws Exception {
        var arguments = Arguments.of(List.of(words));
        silence();
        System.out.println("bin/torture " + arguments);
        System.exit(new Torture(arguments).run());
    }

    /** What the database server and its like have to say is of no interest here. */
    private static void silence() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }

    /** Everything once, and again as long as there is time. What the command ends with. */
    private int run() throws Exception {
        var dice = new Random(arguments.seed());
        do {
            for (var database : arguments.databases()) {
                cycle(database, dice);
            }
            first = false;
        } while (goesOn());
        return report.end();
    }

    private boolean goesOn() {
        return first || System.nanoTime() < end;
    }

    /** A disk that gets full is of a rig of its own. */
    private void cycle(Database database, Random dice) throws Exception {
        var faults = new ArrayList<>(arguments.faults());
        Collections.shuffle(faults, dice);
        var left = new ArrayDeque<>(faults);
        if (left.remove(Fault.DISK_FULL)) {
            rounds(database, new ArrayDeque<>(List.of(Fault.DISK_FULL)), true, dice);
        }
        while (!left.isEmpty() && goesOn()) {
            rounds(database, left, false, dice);
        }
    }

    /** On one rig, until something is broken there. */
    private void rounds(Database database, Queue<Fault> left, boolean smallDisk, Random dice) throws Exception {
        var nodes = database == Database.H2 ? 1 : 2;
        try (var rig = Rig.start(database, nodes, smallDisk)) {
            var ground = Ground.on(rig);
            var before = report.wrong();
            while (!left.isEmpty() && goesOn() && report.wrong() == before) {
                round(database, ground, left.remove(), dice);
            }
        }
    }

    private void round(Database database, Ground ground, Fault fault, Random dice) throws IOException {
        rounds++;
        var moment = Moment.any(dice);
        var hold = Duration.ofSeconds(dice.nextInt(SHORTEST_HOLD, LONGEST_HOLD));
        var seed = dice.nextLong();
        var title = "%d %s %s".formatted(rounds, database.name().toLowerCase(Locale.ROOT), fault.word());
        var missing = fault.missing(ground.rig());
        if (missing.isPresent()) {
            report.notRun(title, missing.get());
        } else {
            report.begin("%s %s, for %d s".formatted(title, moment, hold.toSeconds()));
            round(ground, fault, moment, new Round.Measure(USERS, arguments.size(), hold, fault.settling()), seed);
        }
    }

    private void round(Ground ground, Fault fault, Moment moment, Round.Measure measure, long seed) throws IOException {
        var before = report.wrong();
        try {
            ground.rig().wake();
            report.round(new Round(ground, "r" + rounds, measure, seed).with(fault, moment), SOON, ground.ledger());
            report.wrong(ground.rig().check());
        } catch (Exception | Error stumbled) {
            report.stumbled(stumbled);
        }
        if (report.wrong() > before) {
            report.words(ground.rig());
        }
    }
}
