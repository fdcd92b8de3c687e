package rollcall.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How instants are written for people: in the language of the request, in a zone that is always named. A zone is a
 * {@link ZoneId} or the name of one. Templates call this bean {@code times}.
 */
@Component("times")
public class Times {

    private static final DateTimeFormatter ZONE_NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    /** Making one takes longer than using it, and a list has a hundred and fifty instants. */
    private static final Map<Locale, DateTimeFormatter> DATES = new ConcurrentHashMap<>();

    private static final Map<Locale, DateTimeFormatter> HOURS = new ConcurrentHashMap<>();

    /** 3 Sept 2026, 16:00 CEST. */
    public String dateTime(Instant at, Object zone) {
        var local = local(at, zone);
        return date(local) + ", " + time(local) + " " + abbreviation(at, zone);
    }

    /** 16:00 CEST. */
    public String time(Instant at, Object zone) {
        return time(local(at, zone)) + " " + abbreviation(at, zone);
    }

    /** 3 Sept 2026. */
    public String date(Instant at, Object zone) {
        return date(local(at, zone));
    }

    /**
     * Thu 3 Sept 2026, 16:00–17:00 CEST, with both dates when the end is on another day, and with both abbreviations when the
     * clocks change meanwhile.
     */
    public String span(Instant from, Instant to, Object zone) {
        var start = local(from, zone);
        var end = local(to, zone);
        var last =
                start.toLocalDate().equals(end.toLocalDate()) ? "–" + time(end) : " – " + day(end) + ", " + time(end);
        var before = abbreviation(from, zone);
        var after = abbreviation(to, zone);
        return day(start) + ", " + time(start) + (before.equals(after) ? "" : " " + before) + last + " " + after;
    }

    /** Europe/Berlin, UTC+02:00, then the instant itself: what hovering over a time shows. */
    public String exact(Instant at, Object zone) {
        return zoneId(zone).getId() + ", " + offset(at, zone) + ", " + at;
    }

    /** CEST; the offset where the zone has no abbreviation of letters. */
    public String abbreviation(Instant at, Object zone) {
        var id = zoneId(zone);
        var name = ZONE_NAME.format(at.atZone(id));
        return name.chars().allMatch(Character::isLetter) ? name : offset(at, zone);
    }

    /** UTC+02:00. */
    public String offset(Instant at, Object zone) {
        var offset = zoneId(zone).getRules().getOffset(at);
        return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
    }

    private static String day(ZonedDateTime at) {
        return at.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale()) + " " + date(at);
    }

    private static String date(ZonedDateTime at) {
        return DATES.computeIfAbsent(locale(), DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)::withLocale)
                .format(at);
    }

    private static String time(ZonedDateTime at) {
        return HOURS.computeIfAbsent(locale(), locale -> DateTimeFormatter.ofPattern("HH:mm", locale))
                .format(at);
    }

    private static ZonedDateTime local(Instant at, Object zone) {
        return at.atZone(zoneId(zone));
    }

    private static ZoneId zoneId(Object zone) {
        return zone instanceof ZoneId id ? id : ZoneId.of(zone.toString());
    }

    /** English dates are written day first: "Sep 3" means nothing to most who are neither here nor there. */
    private static Locale locale() {
        var locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }
}
