package rollcall.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a form carries besides what it asks for. Forms on other sites carry none of it.
 *
 * @param stamp when it was handed out, signed; empty for none
 * @param request the same for the same form sent twice; empty for none
 * @param trap what stands where nobody sees a field, so that only a machine fills it in
 */
record Sent(String stamp, String request, String trap) {

    static final String STAMP = "_stamp";
    static final String REQUEST = "_request";
    static final String TRAP = "homepage";

    private static final int LONGEST = 100;

    static Sent of(MultiValueMap<String, String> parameters) {
        return new Sent(one(parameters, STAMP), one(parameters, REQUEST), one(parameters, TRAP));
    }

    private static String one(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Null for none, and for one that no page of ours has made. */
    @Nullable
    String requestId() {
        return request.isEmpty() || request.length() > LONGEST || !request.matches("[0-9a-f-]+") ? null : request;
    }
}
