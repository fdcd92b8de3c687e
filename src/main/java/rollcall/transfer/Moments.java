package rollcall.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads dates as ISO writes them and as the providers' exports do. A time without a zone is in {@code zone}; one that
 * the clocks passed over does not exist; of an hour that came twice the first one is meant.
 */
public record Moments(ZoneId zone, DayOrder order) {

    private static final Pattern AMBIGUOUS = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](?:\\d{4}|\\d{2})\\b.*");
    private static final Pattern NOTHING = Pattern.compile("-{0,2}|(?i)n/a");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final int EARLIEST_YEAR = 1990;

    /** ISO with its spaces; "Mar 22, 2025 19:13:27" (Zoom), "Thu, Feb 13, 2020 08:25 AM PST" (GoTo Webinar); 22.3.2025. */
    private static final List<DateTimeFormatter> PLAIN =
            formats("uuuu-M-d", "uuuu/M/d", "[EEE, ]MMM d, uuuu", "[EEE, ]d MMM uuuu", "d.M.uuuu");

    private static final List<DateTimeFormatter> DAY_FIRST = formats("d/M/uuuu", "d-M-uuuu", "d/M/uu");
    private static final List<DateTimeFormatter> MONTH_FIRST = formats("M/d/uuuu", "M-d-uuuu", "M/d/uu");

    private static List<DateTimeFormatter> formats(String... dates) {
        return Stream.of(dates)
                .map(date -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(date + "[[','][' ']['T'][h:mm[:ss] a][H:mm[:ss]]")
                        .appendOptional(new DateTimeFormatterBuilder()
                                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                                .toFormatter(Locale.ENGLISH))
                        .appendPattern("[' '][XXX][xx][X]['(']['['][z][VV][')'][']']]")
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.SMART))
                .toList();
    }

    /** Whether that cell says nothing: providers write two dashes. */
    public static boolean blank(String cell) {
        return NOTHING.matcher(cell.strip()).matches();
    }

    /** Whether it depends on the order of day and month which date this is. */
    public static boolean ambiguous(String cell) {
        var matcher = AMBIGUOUS.matcher(cell.strip());
        return matcher.matches()
                && possibleMonth(matcher.group(1))
                && possibleMonth(matcher.group(2))
                && !matcher.group(1).equals(matcher.group(2));
    }

    private static boolean possibleMonth(String number) {
        return Integer.parseInt(number) <= 12;
    }

    /** Whether nobody said which of two dates that cell is. */
    boolean leavesOpen(String cell) {
        return order == DayOrder.UNSAID && ambiguous(cell);
    }

    /** The instant in that cell; empty when it is none, or when nobody said which of two dates it is. */
    public Optional<Instant> read(String cell) {
        var text = SPACES.matcher(cell.strip()).replaceAll(" ");
        if (leavesOpen(text)) {
            return Optional.empty();
        }
        return candidates().stream()
                .flatMap(format -> parse(text, format).stream())
                .findFirst();
    }

    private List<DateTimeFormatter> candidates() {
        var slashed = switch (order) {
            case DAY_FIRST -> Stream.of(DAY_FIRST, MONTH_FIRST);
            case MONTH_FIRST, UNSAID -> Stream.of(MONTH_FIRST, DAY_FIRST);
        };
        return Stream.concat(Stream.of(PLAIN), slashed).flatMap(List::stream).toList();
    }

    private Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return instant(format.parse(text)).filter(Moments::plausible);
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private Optional<Instant> instant(TemporalAccessor parsed) {
        var date = parsed.query(TemporalQueries.localDate());
        var time = parsed.query(TemporalQueries.localTime());
        if (date == null) {
            return Optional.empty();
        }
        var given = parsed.query(TemporalQueries.zone());
        var there = given == null ? zone : given;
        return time == null
                ? Optional.of(date.atStartOfDay(there).toInstant())
                : at(LocalDateTime.of(date, time), there);
    }

    private static Optional<Instant> at(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::toInstant);
    }

    private static boolean plausible(Instant at) {
        return at.atOffset(java.time.ZoneOffset.UTC).getYear() >= EARLIEST_YEAR;
    }
}
