package rollcall.provider.on24;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.Refusal;
import rollcall.provider.Reply;

/**
 * What an answer means that is no success. There are no codes, only a sentence in {@code message}, and a 403 may mean
 * four things, a used up quota among them (ON24-OAS, ON24-NOTE). That the sentences of a 400 are worded as looked for here
 * is assumed: none are declared for registering.
 */
final class Refusals {

    private final QuotaPauses pauses;

    Refusals(On24Settings settings, Clock clock) {
        this.pauses = new QuotaPauses(settings.quotaPauses(), clock);
    }

    /** Why it was refused; nothing when it was not. */
    Optional<ProviderFailure> of(long connectionId, Reply reply) {
        if (reply.ok()) {
            pauses.passed(connectionId);
            return Optional.empty();
        }
        return Optional.of(why(connectionId, reply));
    }

    private ProviderFailure why(long connectionId, Reply reply) {
        var words = words(reply);
        return switch (reply.status()) {
            case 401 -> new Barred(words);
            case 403 -> forbidden(connectionId, words);
            case 404 -> notThere(words);
            case 410 -> new Rejected(Refusal.EVENT_NOT_FOUND, words);
            case 408, 423 -> new Temporary(words);
            case 429 -> new Throttled(pauses.usedUp(connectionId), words);
            default -> other(reply.status(), words);
        };
    }

    private static ProviderFailure other(int status, String words) {
        if (status >= 500) {
            return new Temporary(words);
        }
        return status >= 400 ? new Rejected(invalid(words), words) : new Unclear(words);
    }

    private ProviderFailure forbidden(long connectionId, String words) {
        if (says(words, "maximum number of calls")) {
            return new Throttled(pauses.usedUp(connectionId), words);
        }
        if (says(words, "inactive") && !says(words, "client id")) {
            return new Rejected(Refusal.REGISTRATION_CLOSED, words);
        }
        return says(words, "email provided was not found") ? new Rejected(Refusal.OTHER, words) : new Barred(words);
    }

    /** A 404 that names no event is about the account, or comes from somebody else than ON24. */
    private static ProviderFailure notThere(String words) {
        return says(words, "event") ? new Rejected(Refusal.EVENT_NOT_FOUND, words) : new Barred(words);
    }

    private static Refusal invalid(String words) {
        if (says(words, "missing") || says(words, "required") || says(words, "blank")) {
            return Refusal.MISSING_FIELD;
        }
        if (!says(words, "invalid") && !says(words, "not valid")) {
            return Refusal.OTHER;
        }
        return says(words, "email") ? Refusal.EMAIL_REFUSED : Refusal.INVALID_FIELD;
    }

    static boolean says(String words, String part) {
        return words.toLowerCase(Locale.ROOT).contains(part);
    }

    static String words(Reply reply) {
        var said = ProviderFailure.cut(reply.said("/message"));
        return said.isEmpty() ? "HTTP " + reply.status() : said;
    }
}
