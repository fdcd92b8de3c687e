package rollcall.provider.gotowebinar;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Reply;

/**
 * What an answer that is no success means. The interface declares its errors without a body [G2-OAS]; the edge answers
 * {@code errorCode} with {@code message}, older code {@code errorCode} with {@code description}, or {@code int_err_code}
 * with {@code msg} [G2-NOTE]. Who is not let in is told so with 403, an expired token included; 401 is not declared and
 * means the same.
 */
final class Failures {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

    private final Pauses pauses;

    Failures(Pauses pauses) {
        this.pauses = pauses;
    }

    static boolean refused(Reply reply) {
        return reply.status() == 401 || reply.status() == 403;
    }

    ProviderFailure of(long connectionId, Reply reply) {
        return switch (reply.status()) {
            case 401, 403 -> new Barred(words(reply));
            case 404 -> new Rejected(Refusal.EVENT_NOT_FOUND, words(reply));
            case 429 -> new Throttled(pauses.until(connectionId, reply), words(reply));
            case 408, 423 -> new Temporary(words(reply));
            default -> other(reply);
        };
    }

    private static ProviderFailure other(Reply reply) {
        if (reply.status() >= 500) {
            return new Temporary(words(reply));
        }
        return reply.status() >= 400 ? new Rejected(Refusal.OTHER, words(reply)) : new Unclear(words(reply));
    }

    /** The provider's own, with its code before them. */
    static String words(Reply reply) {
        var code = first(reply, "/errorCode", "/int_err_code", "/error");
        var said = first(reply, "/description", "/message", "/msg", "/error_description");
        var both =
                Stream.of(code, said).filter(one -> !one.isBlank()).distinct().toList();
        return both.isEmpty()
                ? OwnWords.ANSWERED_HTTP.with(reply.status())
                : ProviderFailure.cut(CONTROLS.matcher(String.join(": ", both)).replaceAll(" "));
    }

    private static String first(Reply reply, String... pointers) {
        return Stream.of(pointers)
                .map(reply::said)
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What goes wrong before anything was sent has surely done nothing. */
    static ProviderTrouble beforeSending(ProviderTrouble trouble) {
        return trouble.failure() instanceof Unclear(var words) ? new ProviderTrouble(new Temporary(words)) : trouble;
    }
}
