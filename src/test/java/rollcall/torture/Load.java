package rollcall.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Users who work at the same time until they are stopped. */
final class Load implements AutoCloseable {

    private final List<Caller> callers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Load() {}

    /** @param name of this load alone */
    static Load begin(Rig rig, Scene scene, Ledger ledger, String name, int users, long seed) throws IOException {
        var load = new Load();
        for (int n = 0; n < users; n++) {
            var caller = Caller.at(rig, n, ledger);
            caller.pages().signIn();
            load.callers.add(caller);
        }
        for (int n = 0; n < users; n++) {
            var caller = load.callers.get(n);
            load.threads.execute(caller.minded(new User(caller, scene, name + "u" + n, seed + n)));
        }
        return load;
    }

    /** Lets everybody finish what they are at. What was wrong meanwhile. */
    List<String> end() throws InterruptedException {
        callers.forEach(Caller::stop);
        threads.shutdown();
        var ended = threads.awaitTermination(3, TimeUnit.MINUTES);
        var wrong = new ArrayList<String>();
        callers.forEach(caller -> wrong.addAll(caller.wrong()));
        if (!ended) {
            wrong.add("Somebody waits for an answer and waits.");
        }
        return wrong;
    }

    /** The longest that anybody waited for an answer, or for none. */
    Duration slowest() {
        return callers.stream().map(Caller::slowest).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        callers.forEach(Caller::stop);
        threads.shutdownNow();
        callers.forEach(Caller::close);
    }
}
