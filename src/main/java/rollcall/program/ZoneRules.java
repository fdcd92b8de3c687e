package rollcall.program;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * A zone's rules as a calendar needs them: what its clocks show during an event, and until the next change after it. Made
 * of the rules by which Rollcall itself reads local times, so that both always mean the same instant.
 */
public final class ZoneRules {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private ZoneRules() {}

    public static VTimeZone around(ZoneId zone, Instant from, Instant to) {
        var rules = zone.getRules();
        var calendar = new VTimeZone();
        calendar.add(new TzId(zone.getId()));
        var before = rules.previousTransition(from.plusNanos(1));
        calendar.add(observance(zone, from, before));
        for (var next = rules.nextTransition(from); next != null; next = rules.nextTransition(next.getInstant())) {
            calendar.add(observance(zone, next.getInstant(), next));
            if (next.getInstant().isAfter(to)) {
                break;
            }
        }
        return calendar;
    }

    /** @param since the change that began it; null for a zone whose clocks never change */
    private static Observance observance(ZoneId zone, Instant at, @Nullable ZoneOffsetTransition since) {
        var offset = zone.getRules().getOffset(at);
        var observance = zone.getRules().isDaylightSavings(at) ? new Daylight() : new Standard();
        observance.add(new DtStart<>(since == null ? EVER : since.getDateTimeBefore()));
        observance.add(new TzOffsetFrom(since == null ? offset : since.getOffsetBefore()));
        observance.add(new TzOffsetTo(offset));
        observance.add(new TzName(name(zone, at, offset)));
        return observance;
    }

    private static String name(ZoneId zone, Instant at, ZoneOffset offset) {
        var name = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at.atZone(zone));
        return name.isEmpty() ? offset.getId() : name;
    }
}
