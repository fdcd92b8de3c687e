package rollcall.mail;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many of this node's threads send letters at the same time: half of them, since other work is waiting as well. */
@Component
class SenderPlaces {

    private final Semaphore free;

    SenderPlaces(@Value("${db-scheduler.threads:10}") int threads) {
        this.free = new Semaphore(Math.max(1, threads / 2));
    }

    /** Does the work in a place of its own, or the other thing when there is none. */
    <T> T take(Supplier<T> work, Supplier<T> otherwise) {
        if (!free.tryAcquire()) {
            return otherwise.get();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
