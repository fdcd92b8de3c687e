package rollcall.campaign;

import static java.util.Objects.requireNonNullElse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** Puts words together in one language: what messages say, lists, days and times. */
final class Words {

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Why a step did not do what it should: by the key of a message, or by the name of a refusal alone. */
    String reason(String detail) {
        var key = detail.startsWith("campaign.") ? detail : "campaign.refused." + detail;
        return requireNonNullElse(messages.getMessage(key, null, detail, locale), detail);
    }

    /** Those that are not empty, with blanks between them. */
    static String phrase(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Ada, Grace or Alan. */
    String anyOf(Collection<String> all) {
        return list(all, "campaign.say.or");
    }

    String allOf(Collection<String> all) {
        return list(all, "campaign.say.and");
    }

    private String list(Collection<String> all, String between) {
        var parts = List.copyOf(all);
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        var first = String.join(", ", parts.subList(0, parts.size() - 1));
        return say(between, first, parts.getLast());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(dates())
                .format(day);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", dates()).format(time);
    }

    String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + ", " + time(at.toLocalTime());
    }

    /** In the order of the week. */
    String days(Collection<DayOfWeek> days) {
        return allOf(days.stream().sorted().map(this::weekday).toList());
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, dates());
    }

    /** English dates are written day first, as everywhere in the house. */
    private Locale dates() {
        return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }

    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
