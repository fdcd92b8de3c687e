package rollcall.provider;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The few requests that wait for a provider while somebody looks at a page: a check, and the webinars to choose from. Only so
 * many of them wait at the same time, so that a provider that does not answer leaves threads for everybody else.
 */
@Component
public class WaitingRequests {

    static final int MOST = 8;

    private final Semaphore places = new Semaphore(MOST);

    /** @throws ProviderTrouble temporary, when too many wait already; nothing was asked then */
    public <T> T ask(Supplier<T> asking) {
        if (!places.tryAcquire()) {
            throw new ProviderTrouble(new ProviderFailure.Temporary(OwnWords.CROWDED.words()));
        }
        try {
            return asking.get();
        } finally {
            places.release();
        }
    }
}
