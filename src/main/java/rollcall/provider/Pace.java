package rollcall.provider;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Lets so many calls a second through for each connection, and so many at the same time; the others wait. */
final class Pace {

    private static final long LONGEST_WAIT = 30; // seconds

    private final long gap; // nanoseconds
    private final int concurrency;
    private final ConcurrentMap<Long, Line> lines = new ConcurrentHashMap<>();

    Pace(int rate, int concurrency) {
        this.gap = Duration.ofSeconds(1).toNanos() / rate;
        this.concurrency = concurrency;
    }

    private record Line(Semaphore places, AtomicLong next) {}

    /** To be closed when the call is over. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws ProviderTrouble temporary, when the turn does not come within half a minute, or never as all stops */
    Turn turn(long connectionId) {
        var line = lines.computeIfAbsent(
                connectionId, id -> new Line(new Semaphore(concurrency, true), new AtomicLong(System.nanoTime())));
        try {
            if (!line.places().tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        sleepUntil(line.next().updateAndGet(next -> Math.max(next + gap, System.nanoTime())));
        return line.places()::release;
    }

    private static void sleepUntil(long then) {
        for (long wait = then - System.nanoTime();
                wait > 0 && !Thread.currentThread().isInterrupted();
                wait = then - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    private static ProviderTrouble busy() {
        return new ProviderTrouble(new ProviderFailure.Temporary(OwnWords.BUSY.words()));
    }
}
