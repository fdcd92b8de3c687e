package rollcall.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import rollcall.provider.PushSettlement.Tried;

/**
 * Sends what is due for one program, one call at a time, beside other lanes that do the same. It takes as many in hand at
 * once as can be sent in a moment, and stores what came of them together: one where the provider is slow, several where it
 * is fast, and a whole batch where it takes batches.
 */
final class PushLane {

    /** How many that are sent one by one are taken in hand at once. */
    private static final int MOST = 16;

    private static final Duration QUICK = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(2);

    private final PushIntake intake;
    private final PushSender sender;
    private final PushSettlement settlement;
    private final Duration patience;
    private final Slice slice;
    private int most = 1;

    /** What lanes of one program have in common. */
    interface Slice {

        /** Something was taken in hand: another lane may find something, too. */
        void taken();

        /** The provider asked for a pause, or does not let us in. */
        void paused();

        /** How often it has. */
        int pauses();

        /** Whether nothing more is to be sent now. */
        boolean stopped();
    }

    /** @param patience how long after it was taken in hand something is still sent; no other node takes it over before */
    PushLane(PushIntake intake, PushSender sender, PushSettlement settlement, Duration patience, Slice slice) {
        this.intake = intake;
        this.sender = sender;
        this.settlement = settlement;
        this.patience = patience;
        this.slice = slice;
    }

    /**
     * Takes the next in hand, sends them and stores what came of it. What cannot be sent in time, or because the provider
     * asks for a pause meanwhile, is put back.
     *
     * @param together how many registrations the provider takes in one call
     * @return whether there was anything
     */
    boolean sendNext(long programId, int together) {
        var owner = UUID.randomUUID().toString();
        var since = System.nanoTime();
        var pauses = slice.pauses();
        var left = new ArrayList<>(intake.take(programId, owner, Math.max(most, together)));
        if (left.isEmpty()) {
            return false;
        }
        slice.taken();
        var tried = new ArrayList<Tried>();
        var batch = together;
        while (!left.isEmpty() && inTime(since) && slice.pauses() == pauses) {
            var some = next(left, batch);
            var steps = some.size() == 1 ? List.of(sender.send(some.getFirst())) : sender.send(some);
            if (steps.isEmpty()) {
                batch = 1; // one of them may be the reason why all were refused
                continue;
            }
            IntStream.range(0, some.size())
                    .forEach(n -> tried.add(new Tried(some.get(n).push(), steps.get(n))));
            left.removeAll(some);
            if (steps.stream().anyMatch(Step.Held.class::isInstance)) {
                slice.paused();
            }
        }
        adapt(Duration.ofNanos(System.nanoTime() - since));
        settlement.settle(tried, owner);
        settlement.putBack(left.stream().map(InHand::push).toList(), owner);
        return true;
    }

    private boolean inTime(long since) {
        return !slice.stopped() && System.nanoTime() - since < patience.toNanos();
    }

    private void adapt(Duration took) {
        if (took.compareTo(QUICK) < 0) {
            most = Math.min(MOST, most * 2);
        } else if (took.compareTo(LONG) > 0) {
            most = Math.max(1, most / 2);
        }
    }

    /** The first, and with it whoever may go in the same call. */
    private static List<InHand> next(List<InHand> left, int together) {
        var first = left.getFirst();
        if (together == 1 || !first.fresh()) {
            return List.of(first);
        }
        var event = first.push().event();
        return left.stream()
                .filter(one -> one.fresh() && one.push().event().equals(event))
                .limit(together)
                .toList();
    }
}
