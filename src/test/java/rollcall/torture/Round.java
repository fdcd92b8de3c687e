package rollcall.torture;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.core.ConditionTimeoutException;

/** Users at work, one fault, and a look at what is there afterwards. */
final class Round {

    /**
     * @param broken what must not be
     * @param wrong answers that nobody should have got, whatever happened
     * @param unfinished what Rollcall had not brought to an end by itself after a while
     * @param back how long after the fault every node answered again
     * @param slowest the longest that a user waited for an answer, whatever it was
     */
    record Outcome(List<String> broken, List<String> wrong, List<String> unfinished, Duration back, Duration slowest) {}

    /**
     * @param users how many do one thing after the other
     * @param size how many people the long work is about
     * @param hold how long what is away stays away
     * @param settling how long Rollcall may take to bring everything to an end
     */
    record Measure(int users, int size, Duration hold, Duration settling) {}

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As many things users get done afterwards before they stop. */
    private static final int AFTERWARDS = 15;

    private final Rig rig;
    private final Scene scene;
    private final Ledger ledger;
    private final String name;
    private final Measure measure;
    private final Random dice;

    /** @param name no other round on that ground has it */
    Round(Ground ground, String name, Measure measure, long seed) {
        this.rig = ground.rig();
        this.scene = ground.scene();
        this.ledger = ground.ledger();
        this.name = name;
        this.measure = measure;
        this.dice = new Random(seed);
    }

    Outcome with(Fault fault, Moment moment) throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        final Duration back;
        final Duration slowest;
        try (var manager = Caller.at(rig, 0, ledger);
                var load = Load.begin(rig, scene, ledger, name, measure.users(), dice.nextLong())) {
            manager.pages().signIn();
            reach(moment, manager);
            fault.strike(rig, dice, measure.hold());
            back = back(manager);
            changes(AFTERWARDS);
            wrong.addAll(load.end());
            slowest = load.slowest();
            wrong.addAll(manager.wrong());
        }
        return looked(wrong, back, slowest);
    }

    private void reach(Moment moment, Caller manager) throws IOException {
        if (moment.work() == Moment.Work.CHANGES) {
            changes(moment.at());
        } else {
            new LongWork(manager, scene, name + "all", measure.size()).until(moment);
        }
    }

    private void changes(int more) {
        var before = ledger.acknowledged();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> ledger.acknowledged() >= before + more);
    }

    /** How long it takes until somebody who was signed in before sees a page on each node. */
    private Duration back(Caller manager) {
        var since = System.nanoTime();
        for (int n = 0; n < rig.nodes().size(); n++) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> answers(manager));
            manager.turn();
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static boolean answers(Caller manager) {
        try {
            var answer = manager.pages().get("/programs");
            return answer.statusCode() == 200 && !answer.uri().getPath().equals("/login");
        } catch (IOException notYet) {
            return false;
        }
    }

    private Outcome looked(List<String> wrong, Duration back, Duration slowest) throws IOException {
        try (var reader = Caller.at(rig, 0, ledger)) {
            var pages = reader.pages();
            pages.signIn();
            var unfinished = unfinished(new Rest(pages, scene));
            var there = scene.there(pages);
            var broken = new ArrayList<>(ledger.broken(there));
            if (unfinished.isEmpty()) {
                broken.addAll(registrants(scene.registrants(pages), scene.registered(pages)));
            }
            return new Outcome(broken, wrong, unfinished, back, slowest);
        }
    }

    private List<String> unfinished(Rest rest) throws IOException {
        try {
            await().atMost(measure.settling())
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> rest.left().isEmpty());
        } catch (ConditionTimeoutException late) {
            return rest.left();
        }
        return List.of();
    }

    private static List<String> registrants(long there, long here) {
        return there == here
                ? List.of()
                : List.of("The provider has %d registrants, and %d members are registered.".formatted(there, here));
    }
}
