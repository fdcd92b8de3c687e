package rollcall.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.web.Text;

/**
 * Reads the fields of one part of the form. What cannot be read is noted as wrong under the name of its field, and
 * something harmless is returned in its place.
 *
 * @param at the name of the part
 */
record Input(Fields fields, String at, Offers offers, Wrongs wrongs) {

    void wrong(String name, String message, Object... arguments) {
        wrongs.add(Wrongs.path(at, name), message, arguments);
    }

    String text(String name, int longest) {
        var text = Text.tidy(fields.text(name)).replace("\r\n", "\n");
        if (text.length() > longest) {
            wrong(name, "campaign.wrong.too-long", longest);
        } else if (Text.unwanted(text)) {
            wrong(name, "web.plain-text");
        }
        return text;
    }

    String line(String name, int longest) {
        var text = text(name, longest);
        if (text.contains("\n")) {
            wrong(name, "web.plain-text");
        }
        return text;
    }

    String required(String name, int longest, String missing) {
        var text = line(name, longest);
        if (text.isEmpty()) {
            wrong(name, missing);
        }
        return text;
    }

    int number(String name, int least, int most) {
        var typed = fields.text(name).strip();
        var number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
        if (number < least || number > most) {
            wrong(name, "campaign.wrong.number", least, most);
        }
        return number;
    }

    LocalDate date(String name) {
        return read(name, LocalDate::parse, "campaign.wrong.date").orElse(LocalDate.EPOCH);
    }

    @Nullable
    LocalDate dateOrNone(String name) {
        return fields.text(name).isBlank() ? null : date(name);
    }

    LocalTime time(String name) {
        return read(name, LocalTime::parse, "campaign.wrong.time").orElse(LocalTime.MIDNIGHT);
    }

    ZoneId zone(String name) {
        var zone = read(name, ZoneId::of, "campaign.wrong.zone");
        if (zone.isPresent()
                && !ZoneId.getAvailableZoneIds().contains(zone.get().getId())) {
            wrong(name, "campaign.wrong.zone");
        }
        return zone.orElse(ZoneId.of("UTC"));
    }

    private <T> Optional<T> read(String name, Function<String, T> reader, String message) {
        try {
            return Optional.of(reader.apply(fields.text(name).strip()));
        } catch (DateTimeException unreadable) {
            wrong(name, message);
            return Optional.empty();
        }
    }

    <E extends Enum<E>> E one(String name, E[] all) {
        return Stream.of(all)
                .filter(each -> each.name().equals(fields.text(name)))
                .findFirst()
                .orElseGet(() -> {
                    wrong(name, "campaign.wrong.choose");
                    return all[0];
                });
    }

    <E extends Enum<E>> Set<E> some(String name, E[] all) {
        var some = new LinkedHashSet<E>();
        Stream.of(all).filter(each -> fields.ticked(name, each.name())).forEach(some::add);
        return some;
    }

    <E extends Enum<E>> Set<E> atLeastOne(String name, E[] all) {
        var some = some(name, all);
        if (some.isEmpty()) {
            wrong(name, "campaign.wrong.tick");
        }
        return some;
    }

    /** Keys, in the order of the channel. */
    Set<String> statuses(String name) {
        var keys = new LinkedHashSet<String>();
        offers.statuses().stream()
                .filter(status -> fields.ticked(name, status.key()))
                .forEach(status -> keys.add(status.key()));
        return keys;
    }

    Set<String> someStatuses(String name) {
        var keys = statuses(name);
        if (keys.isEmpty()) {
            wrong(name, "campaign.wrong.tick-status");
        }
        return keys;
    }

    /** The id of one of these. */
    long among(String name, Set<Long> ids) {
        var typed = fields.text(name);
        var id = typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
        if (!ids.contains(id)) {
            wrong(name, "campaign.wrong.choose");
        }
        return id;
    }
}
