package rollcall.job;

import java.time.Duration;
import org.springframework.stereotype.Component;
import rollcall.web.DatabaseAway;
import rollcall.web.LockTimeout;

/** For what work in the background has to store at its end, and loses nothing by waiting: the database may be away. */
@Component
class Patience {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Pause pause;

    Patience() {
        this(() -> Thread.sleep(PAUSE));
    }

    Patience(Pause pause) {
        this.pause = pause;
    }

    @FunctionalInterface
    interface Pause {
        void take() throws InterruptedException;
    }

    /**
     * Tries again and again, in the calling thread, as long as the database is away or others hold what is to be written.
     * Whoever is interrupted meanwhile, because the node goes down, gets the last failure; any other failure is thrown at once.
     */
    void until(Runnable stored) {
        while (true) {
            try {
                stored.run();
                return;
            } catch (RuntimeException failure) {
                if (!passes(failure) || !paused()) {
                    throw failure;
                }
            }
        }
    }

    private static boolean passes(RuntimeException failure) {
        return DatabaseAway.causes(failure) || LockTimeout.causes(failure);
    }

    private boolean paused() {
        try {
            pause.take();
            return true;
        } catch (InterruptedException down) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
