package rollcall.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import rollcall.program.Program;

/**
 * What a letter says of a program, in one zone and language. Dates are written out and the zone by its name: whoever
 * reads it may know neither our abbreviations nor which of two numbers is the month.
 */
record ProgramWords(
        String name, String description, String startsAt, String endsAt, String date, String time, String zone) {

    /** How a day is written; other languages write it as is usual there. */
    private static final Map<String, String> DAYS = Map.of("en", "EEEE d MMMM uuuu", "sv", "EEEE d MMMM uuuu");

    static ProgramWords of(Program program, ZoneId zone, Locale language) {
        return new ProgramWords(
                program.name(),
                program.description(),
                moment(program.startsAt(), zone, language),
                moment(program.endsAt(), zone, language),
                day(program.startsAt(), zone, language),
                time(program.startsAt(), zone, language),
                zoneName(program.startsAt(), zone, language));
    }

    /** Thursday 3 September 2026, 16:00 (Central European Summer Time). */
    private static String moment(Instant at, ZoneId zone, Locale language) {
        return day(at, zone, language) + ", " + time(at, zone, language);
    }

    private static String day(Instant at, ZoneId zone, Locale language) {
        var pattern = DAYS.get(language.getLanguage());
        var format = pattern == null
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                : DateTimeFormatter.ofPattern(pattern);
        return format.withLocale(language).format(at.atZone(zone));
    }

    private static String time(Instant at, ZoneId zone, Locale language) {
        var time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone));
        return time + " (" + zoneName(at, zone, language) + ")";
    }

    private static String zoneName(Instant at, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern("zzzz", language).format(at.atZone(zone));
    }
}
