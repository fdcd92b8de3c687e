package rollcall.provider.zoom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What Zoom means when it does not do what it was asked: a status and {@code {"code","message","errors":[{"field","message"}]}}
 * [Z-SK]. One code may mean several things, so the message decides where it must [Z-OAS].
 */
final class Mistakes {

    static final int INVALID = 300;
    static final int NO_SUCH_WEBINAR = 3001;
    static final int NOT_FOUND = 3000;
    static final int NO_RECORDING = 3301;

    private Mistakes() {}

    /** Zoom's own code; 0 when there is none. */
    static int code(Reply reply) {
        return json(reply).path("code").asInt(0);
    }

    /** Zoom's words, with those on single fields. */
    static String words(Reply reply) {
        var said = json(reply);
        var words = new ArrayList<String>();
        words.add(said.path("message").asString(""));
        said.path("errors")
                .forEach(one -> words.add(one.path("field").asString("") + ": "
                        + one.path("message").asString("")));
        words.removeIf(String::isBlank);
        return ProviderFailure.cut(
                words.isEmpty() ? OwnWords.ANSWERED_HTTP.with(reply.status()) : String.join(" ", words));
    }

    private static JsonNode json(Reply reply) {
        try {
            return reply.json();
        } catch (ProviderTrouble noJson) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** Whether the token was not taken, or does not allow that: 124, 201, 4700 and others [Z-SK; which one is assumed]. */
    static boolean locksOut(Reply reply) {
        return reply.status() == 401 || lacksScope(reply);
    }

    /** "Invalid access token, does not contain scopes" with 4700 [Z-SK] or 4711 [assumed]. */
    static boolean lacksScope(Reply reply) {
        var code = code(reply);
        return !reply.ok() && (code == 4700 || code == 4711);
    }

    /** "The next page token is invalid or has expired" [Z-OAS]. */
    static boolean pageIsStale(Reply reply) {
        return !reply.ok()
                && words(reply).toLowerCase(Locale.ROOT).replace('_', ' ').contains("next page token");
    }

    /** @param reply one that is not what was hoped for */
    static ProviderFailure of(Reply reply, Instant now) {
        if (Limits.reached(reply)) {
            return Limits.failure(reply, now);
        }
        var code = code(reply);
        // 200 is a code of its own: no permission, or the host has no plan for webinars [Z-OAS].
        if (locksOut(reply) || code == 200) {
            return new Barred(words(reply));
        }
        return switch (reply.status()) {
            case 408, 423, 503 -> new Temporary(words(reply));
            case 403 ->
                code == NO_SUCH_WEBINAR
                        ? new Rejected(Refusal.EVENT_NOT_FOUND, words(reply))
                        : new Barred(words(reply));
            default ->
                code > 0 && reply.status() >= 300 && reply.status() < 500
                        ? new Rejected(refusal(code, reply), words(reply))
                        : new Unclear(words(reply)); // what did this may not have been Zoom, or may have been done
        };
    }

    private static Refusal refusal(int code, Reply reply) {
        return switch (code) {
            case INVALID -> invalid(reply);
            case 404 -> Refusal.REGISTRATION_CLOSED;
            case 1001, 1010, NO_SUCH_WEBINAR -> Refusal.EVENT_NOT_FOUND;
            case NOT_FOUND -> byWords(reply);
            case 3027 -> Refusal.HOST_OR_PANELIST;
            case 3034 -> Refusal.EMAIL_REFUSED;
            case 3035, 3043 -> Refusal.CAPACITY_FULL;
            case 3038 -> Refusal.EVENT_OVER;
            default -> Refusal.OTHER;
        };
    }

    private static Refusal invalid(Reply reply) {
        var words = words(reply).toLowerCase(Locale.ROOT);
        if (words.contains("webinar id") || words.contains("webinar information")) {
            return Refusal.EVENT_NOT_FOUND;
        }
        if (words.contains("scheduled webinars")) {
            return Refusal.OTHER;
        }
        return words.contains("required") || words.contains("missing") || words.contains("cannot be empty")
                ? Refusal.MISSING_FIELD
                : Refusal.INVALID_FIELD;
    }

    /** All but the one of somebody who was denied, which is assumed [Z-F2], are Z-OAS's. */
    private static Refusal byWords(Reply reply) {
        var words = words(reply).toLowerCase(Locale.ROOT);
        if (words.contains("access webinar")) {
            return Refusal.EVENT_NOT_FOUND;
        }
        if (words.contains("limit") || words.contains("capacity")) {
            return Refusal.CAPACITY_FULL;
        }
        if (words.contains("paid")) {
            return Refusal.OTHER;
        }
        if (words.contains("denied") || words.contains("cancel") || words.contains("rejected")) {
            return Refusal.PREVIOUSLY_DENIED;
        }
        return words.contains("registration") || words.contains("closed") ? Refusal.REGISTRATION_CLOSED : Refusal.OTHER;
    }
}
