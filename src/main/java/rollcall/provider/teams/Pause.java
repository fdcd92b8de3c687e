package rollcall.provider.teams;

import java.time.Duration;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;

/** Waits a moment. */
@FunctionalInterface
interface Pause {

    void last(Duration howLong);

    /**
     * Sleeps for real.
     *
     * @throws ProviderTrouble unclear, when all stops meanwhile
     */
    static void asleep(Duration howLong) {
        try {
            Thread.sleep(howLong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProviderTrouble(new Unclear(OwnWords.STOPPED_LOOKING.words()));
        }
    }
}
