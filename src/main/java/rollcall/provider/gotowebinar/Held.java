package rollcall.provider.gotowebinar;

import java.util.Map;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderTrouble;

/** What a connection holds: what was typed, and what came of the consent. */
record Held(String clientId, String clientSecret, String refreshToken, String organizerKey) {

    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";
    static final String REFRESH_TOKEN = "refresh-token";
    static final String ORGANIZER_KEY = "organizer-key";
    static final String ACCOUNT_KEY = "account-key";

    /** @throws ProviderTrouble barred, also when nobody has consented yet */
    static Held of(ProviderKeys keys, long connectionId) {
        var held = typed(keys, connectionId);
        if (held.refreshToken.isEmpty() || held.organizerKey.isEmpty()) {
            throw new ProviderTrouble(new Barred(OwnWords.NO_CONSENT.words()));
        }
        return held;
    }

    /** @throws ProviderTrouble barred, when there is no such connection or it is switched off */
    static Held typed(ProviderKeys keys, long connectionId) {
        var all = keys.of(connectionId);
        return new Held(
                said(all, CLIENT_ID), said(all, CLIENT_SECRET), said(all, REFRESH_TOKEN), said(all, ORGANIZER_KEY));
    }

    private static String said(Map<String, String> all, String name) {
        return all.getOrDefault(name, "");
    }
}
