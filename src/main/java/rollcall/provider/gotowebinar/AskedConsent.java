package rollcall.provider.gotowebinar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * A consent that an organizer was sent to give.
 *
 * @param state comes back with them, so that nobody else's consent is taken for theirs
 * @param verifier shows GoTo that who has the code is who asked for it
 * @param until when it is too late to come back
 */
record AskedConsent(long connectionId, String state, String verifier, Instant until) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean answeredBy(String state, Instant now) {
        return now.isBefore(until) && MessageDigest.isEqual(bytes(this.state), bytes(state));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    static AskedConsent read(String written) {
        return JSON.readValue(written, AskedConsent.class);
    }
}
