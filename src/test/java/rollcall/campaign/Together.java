package rollcall.campaign;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Several nodes do the same at the same time. What a node knows, it knows from the database: threads stand for nodes. */
final class Together {

    private Together() {}

    static void run(int nodes, Runnable work) throws Exception {
        var barrier = new CyclicBarrier(nodes);
        try (var threads = Executors.newFixedThreadPool(nodes)) {
            var all = new ArrayList<Callable<Object>>();
            for (int i = 0; i < nodes; i++) {
                all.add(() -> {
                    barrier.await(20, TimeUnit.SECONDS);
                    work.run();
                    return null;
                });
            }
            for (var one : threads.invokeAll(all)) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }
}
