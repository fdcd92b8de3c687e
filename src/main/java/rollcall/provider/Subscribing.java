package rollcall.provider;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How a provider is asked to tell by itself what happens to an event, for a while each time. What it then tells comes to
 * {@link WebinarProvider#hear}. Nothing of it is called inside a transaction.
 */
public interface Subscribing {

    /**
     * What it can be asked for of each event that is held through that connection; empty where the connection is not set
     * up for it. The names are stored.
     *
     * @throws ProviderTrouble when the connection is not in use
     */
    Set<String> topics(long connectionId);

    /**
     * Asks for it.
     *
     * @param hook the address at which the connection is heard
     * @throws ProviderTrouble when it is refused, or there is no answer
     */
    Subscribed subscribe(EventRef event, String topic, String hook);

    /**
     * What one that is asked for through that connection is bound to for good, such as whose it is and what proves what is
     * told. Where that is another, the old one is taken back and a new one asked for. No more than a signature of it is kept.
     *
     * @throws ProviderTrouble as {@link #topics}
     */
    String boundTo(long connectionId);

    /**
     * Asks for more of the same.
     *
     * @param id as the provider named it
     * @return until when it tells now; nothing when there is no such thing any more
     * @throws ProviderTrouble as {@link #subscribe}
     */
    Optional<Instant> renew(long connectionId, String id);

    /** Has it taken back; one that is gone already is no trouble. @throws ProviderTrouble as {@link #subscribe} */
    void unsubscribe(long connectionId, String id);

    /** @param until when the provider stops telling unless it is asked again */
    record Subscribed(String id, Instant until) {}
}
