package rollcall.provider.csv;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something lasted, as webinar tools write it: 41, 41.5, 62 minutes, 38m 52s, 1 tim 2 min, 1:02:03, PT38M52S. */
final class Stretch {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,9}))?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?");
    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{1,4})\\s*(?:h|hrs?|hours?|tim|timmar|timme)\\b\\.?)?[\\s,]*"
                    + "(?:(\\d{1,6})\\s*(?:m|mins?|minutes?|minuter|minut)\\b\\.?)?[\\s,]*"
                    + "(?:(\\d{1,8})\\s*(?:s|secs?|seconds?|sek|sekunder|sekund)\\b\\.?)?");

    private Stretch() {}

    /** @param seconds whether a bare number is seconds; else minutes. Empty when the text is no length of time. */
    static Optional<Duration> read(String cell, boolean seconds) {
        var text = cell.strip().toLowerCase(Locale.ROOT);
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            var amount = Double.parseDouble(number.group(1) + "." + (number.group(2) == null ? "0" : number.group(2)));
            return Optional.of(Duration.ofSeconds(Math.round(seconds ? amount : amount * 60)));
        }
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(of(clock.group(1), clock.group(2), clock.group(3)));
        }
        var words = WORDS.matcher(text.startsWith("pt") ? spaced(text) : text);
        return !text.isEmpty() && words.matches()
                ? Optional.of(of(words.group(1), words.group(2), words.group(3)))
                : Optional.empty();
    }

    /** ISO as words: {@code pt1h2m3s} has no spaces. */
    private static String spaced(String iso) {
        return iso.substring(2).replaceAll("([hms])", "$1 ").strip();
    }

    private static Duration of(@Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
        return Duration.ofHours(number(hours)).plusMinutes(number(minutes)).plusSeconds(number(seconds));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
