package rollcall.provider;

import org.jspecify.annotations.Nullable;

/**
 * The provider's webinar that a program is.
 *
 * @param kind the provider's, as in {@link WebinarProvider#kind}
 * @param externalId the provider's own id of the event
 * @param connectionId through which it is reached; null where the provider needs no connection
 */
public record EventRef(
        String kind, String externalId, @Nullable Long connectionId) {

    public EventRef(String kind, String externalId) {
        this(kind, externalId, null);
    }

    /** @throws ProviderTrouble when there is none */
    public long connection() {
        if (connectionId == null) {
            throw new ProviderTrouble(new ProviderFailure.Barred(OwnWords.NO_CONNECTION.words()));
        }
        return connectionId;
    }
}
