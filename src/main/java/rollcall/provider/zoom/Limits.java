package rollcall.provider.zoom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.Reply;

/**
 * What Zoom means with HTTP 429 [Z-SK]. Calls are limited per second and per day for the whole account; and three
 * registrations and ten decisions a day for each registrant, which is nobody else's concern.
 */
final class Limits {

    private static final int TOO_MANY = 429;

    /** Where Zoom says nothing: calls that met each other, or a second that is full [assumed]. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofHours(25);

    private Limits() {}

    static boolean reached(Reply reply) {
        return reply.status() == TOO_MANY;
    }

    /** Whether only this person was sent too often today: "…the daily rate limit … for the registrant …" [Z-OAS]. */
    static boolean ofRegistrant(Reply reply) {
        var words = Mistakes.words(reply).toLowerCase(Locale.ROOT);
        return reached(reply) && words.contains("daily") && words.contains("registrant");
    }

    static ProviderFailure failure(Reply reply, Instant now) {
        return ofRegistrant(reply) ? new Temporary(Mistakes.words(reply)) : pause(reply, now);
    }

    static Throttled pause(Reply reply, Instant now) {
        var said = until(reply, now);
        var soon = now.plus(1, ChronoUnit.SECONDS);
        var late = now.plus(LONGEST);
        var then = said.isBefore(soon) ? soon : said.isAfter(late) ? late : said;
        return new Throttled(then, Mistakes.words(reply));
    }

    /** Per second, X-RateLimit-Reset in epoch seconds; per day, Retry-After as an instant [Z-SK], or in seconds [assumed]. */
    private static Instant until(Reply reply, Instant now) {
        var reset = number(reply.headers().getFirst("X-RateLimit-Reset"));
        if (reset != null) {
            return Instant.ofEpochSecond(Math.min(reset, now.plus(LONGEST).getEpochSecond()));
        }
        var retry = reply.headers().getFirst("Retry-After");
        var seconds = number(retry);
        if (seconds != null) {
            return now.plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
        }
        var at = instant(retry);
        return at == null ? unsaid(reply, now) : at;
    }

    /** All days end at midnight UTC [Z-SK]. */
    private static Instant unsaid(Reply reply, Instant now) {
        var type = reply.headers().getFirst("X-RateLimit-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("daily")
                ? now.atZone(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.DAYS)
                        .plusDays(1)
                        .toInstant()
                : now.plus(MOMENT);
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
