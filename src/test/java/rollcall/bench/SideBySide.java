package rollcall.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that do the same side by side, each the next time as soon as it is done with the last.
 *
 * @param whole from the first beginning to the last end
 * @param each how long each time took, in no order
 */
public record SideBySide(Duration whole, List<Duration> each) {

    public static final int CLIENTS = 16;

    public interface One {
        /**
         * @param client who does it, from 0
         * @param time which time it is, from 0, counted over all clients
         */
        void go(int client, int time) throws Exception;
    }

    /** @throws java.util.concurrent.ExecutionException around what went wrong for one of them */
    public static SideBySide of(int times, One one) throws Exception {
        var next = new AtomicInteger();
        var clients = new ArrayList<Callable<List<Duration>>>();
        for (int n = 0; n < CLIENTS; n++) {
            var client = n;
            clients.add(() -> goOn(client, next, times, one));
        }
        var began = System.nanoTime();
        try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
            var each = new ArrayList<Duration>();
            for (var done : executor.invokeAll(clients)) {
                each.addAll(done.get());
            }
            return new SideBySide(Duration.ofNanos(System.nanoTime() - began), each);
        }
    }

    private static List<Duration> goOn(int client, AtomicInteger next, int times, One one) throws Exception {
        var durations = new ArrayList<Duration>();
        for (int time = next.getAndIncrement(); time < times; time = next.getAndIncrement()) {
            var began = System.nanoTime();
            one.go(client, time);
            durations.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return durations;
    }

    /** What so many percent of the times did not take longer than. */
    public Duration within(int percent) {
        var sorted = each.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
