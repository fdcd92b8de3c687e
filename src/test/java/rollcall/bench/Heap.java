package rollcall.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** The most that was still in use after a collection, while something was done. */
public final class Heap extends Thread {

    /** What the figure is called. */
    public static final String WHAT = "heap in use behind collections, at most";

    private final MemoryPoolMXBean pool;
    private volatile long most;

    private Heap(MemoryPoolMXBean pool) {
        this.pool = pool;
        setDaemon(true);
    }

    /** In words, beside how much there is. */
    public static String during(Runnable work) {
        var old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
                .findFirst()
                .orElseThrow();
        var watch = new Heap(old);
        watch.start();
        work.run();
        watch.interrupt();
        return "%d of %d MB".formatted(watch.most >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    @Override
    public void run() {
        while (!isInterrupted()) {
            var usage = pool.getCollectionUsage();
            most = Math.max(most, usage == null ? 0 : usage.getUsed());
            try {
                sleep(100);
            } catch (InterruptedException over) {
                return;
            }
        }
    }
}
