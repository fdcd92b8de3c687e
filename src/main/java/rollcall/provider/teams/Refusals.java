package rollcall.provider.teams;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
 * What it means when Graph answers with anything but success: {@code {"error":{"code","message"}}} (MS-ERR), and a pause in
 * seconds where it was asked too often (MS-THR).
 */
final class Refusals {

    private static final String ACCESS =
            "VirtualEvent.Read.All, VirtualEventRegistration-Anon.ReadWrite.All, OnlineMeetingArtifact.Read.All";

    /** When it does not say how long. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** What the words of a refusal may tell; they are not documented [gap], so they only ever make it more precise. */
    private static final Pattern FULL = words("full|capacity");

    private static final Pattern CLOSED = words("closed");
    private static final Pattern OVER = words("ended|over|past");
    private static final Pattern MISSING = words("required|missing");

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    private static Pattern words(String some) {
        return Pattern.compile("\\b(?:" + some + ")\\b");
    }

    /** Of a call that may be made again. */
    ProviderFailure of(Reply reply) {
        var words = said(reply);
        return switch (reply.status()) {
            case 401 -> new Barred(ProviderFailure.cut(OwnWords.GRAPH_SHUT.words() + " " + words));
            case 403 -> new Barred(OwnWords.GRAPH_REFUSES.with(words, ACCESS));
            case 404, 410 -> new Rejected(Refusal.EVENT_NOT_FOUND, words);
            case 408, 423 -> new Temporary(words);
            case 429 -> new Throttled(retryAt(reply), words);
            case 503 ->
                reply.headers().containsHeader("Retry-After")
                        ? new Throttled(retryAt(reply), words)
                        : new Temporary(words);
            default -> other(reply, words);
        };
    }

    private static ProviderFailure other(Reply reply, String words) {
        if (reply.status() >= 500) {
            return new Temporary(words);
        }
        return reply.status() >= 400
                ? new Rejected(byWords(words, Refusal.INVALID_FIELD), words)
                : new Unclear(OwnWords.ANSWER_NONSENSE.with(reply.status()));
    }

    /** Of a call that would do something twice if it were made twice: a server that broke may have done it. */
    ProviderFailure ofRegistering(Reply reply) {
        var failure = of(reply);
        return reply.status() >= 500 && reply.status() != 503 && failure instanceof Temporary later
                ? new Unclear(later.words())
                : failure;
    }

    /** Of a webinar that can be read, whose other side is closed to us. */
    Rejected ofReadable(Reply reply, TeamsWebinar webinar) {
        var words = said(reply);
        if (webinar.overBy(clock.instant())) {
            return new Rejected(Refusal.EVENT_OVER, words);
        }
        return new Rejected(webinar.open() ? byWords(words, Refusal.OTHER) : Refusal.REGISTRATION_CLOSED, words);
    }

    private static Refusal byWords(String said, Refusal otherwise) {
        var words = said.toLowerCase(Locale.ROOT);
        if (FULL.matcher(words).find()) {
            return Refusal.CAPACITY_FULL;
        }
        if (CLOSED.matcher(words).find()) {
            return Refusal.REGISTRATION_CLOSED;
        }
        if (OVER.matcher(words).find()) {
            return Refusal.EVENT_OVER;
        }
        return MISSING.matcher(words).find() ? Refusal.MISSING_FIELD : otherwise;
    }

    private static String said(Reply reply) {
        var code = reply.said("/error/code");
        var message = reply.said("/error/message");
        var both = code.isBlank() || code.equals(message) ? message : code + ": " + message;
        return ProviderFailure.cut(both.isBlank() ? "HTTP " + reply.status() : both);
    }

    private Instant retryAt(Reply reply) {
        var said = reply.headers().getFirst("Retry-After");
        var pause = said == null ? PAUSE : pause(said.strip());
        return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private Duration pause(String said) {
        if (said.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Math.max(1, Long.parseLong(said)));
        }
        try {
            var then = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isAfter(clock.instant()) ? Duration.between(clock.instant(), then) : PAUSE;
        } catch (DateTimeException unreadable) {
            return PAUSE;
        }
    }

    /** As it is asked, before anything is sent that counts: what became of such a question matters to nobody. */
    static <T> T nothingDone(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (ProviderTrouble trouble) {
            throw trouble.failure() instanceof Unclear(var words) ? new ProviderTrouble(new Temporary(words)) : trouble;
        }
    }
}
