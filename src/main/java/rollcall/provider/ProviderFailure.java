package rollcall.provider;

import java.time.Instant;
import rollcall.web.Text;

/** Why a provider did not do what it was asked. Its words are fit to be shown, and have 500 characters at most. */
public sealed interface ProviderFailure {

    int LONGEST = 500;

    String words();

    /** It said no, and will say no again until a person changes something. */
    record Rejected(Refusal refusal, String words) implements ProviderFailure {}

    /** It could not, and surely did nothing; later it may. */
    record Temporary(String words) implements ProviderFailure {}

    /** It was asked too often; nothing is to be sent to this event before {@code retryAt}. */
    record Throttled(Instant retryAt, String words) implements ProviderFailure {}

    /** It does not let us in; nothing gets through until a person has seen to it. */
    record Barred(String words) implements ProviderFailure {}

    /** Nobody knows whether it did it: no answer in time, or none that makes sense. */
    record Unclear(String words) implements ProviderFailure {}

    /** Cut to what fits, without breaking a character or one of {@link OwnWords} in two. */
    static String cut(String words) {
        var plain = words.replaceAll("\\s+", " ").strip();
        if (plain.length() <= LONGEST) {
            return plain;
        }
        var whole = Text.cut(plain, LONGEST - 1);
        var last = whole.lastIndexOf('{');
        return (OwnWords.isPart(whole.substring(Math.max(0, last))) ? whole.substring(0, last) : whole) + "…";
    }
}
