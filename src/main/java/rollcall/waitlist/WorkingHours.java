package rollcall.waitlist;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When the time of an offer runs. An offer that is made outside of these hours holds the seat at once, and its time begins
 * with the next of them.
 *
 * @param days at least one
 * @param from a minute of the day, as a clock on the wall shows it
 * @param to a later one; 1440 for the end of the day
 */
record WorkingHours(Set<DayOfWeek> days, int from, int to) {

    private static final int DAY = 24 * 60;

    /** The time runs day and night. */
    static final WorkingHours ALWAYS = new WorkingHours(Set.of(DayOfWeek.values()), 0, DAY);

    WorkingHours {
        if (days.isEmpty() || from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("Without an hour no offer would ever end.");
        }
        days = Set.copyOf(days);
    }

    /** @param bits from Monday, as {@link #bits} gives them */
    static WorkingHours of(int bits, int from, int to) {
        var days = IntStream.range(0, 7)
                .filter(bit -> (bits & 1 << bit) != 0)
                .mapToObj(bit -> DayOfWeek.of(bit + 1))
                .collect(Collectors.toSet());
        return new WorkingHours(days, from, to);
    }

    int bits() {
        return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }

    boolean always() {
        return equals(ALWAYS);
    }

    /** When so much of these hours has passed since {@code start}: hours as they pass, whatever the clocks are set to. */
    Instant after(Instant start, Duration duration, ZoneId zone) {
        var left = duration;
        var day = start.atZone(zone).toLocalDate();
        while (true) {
            var begin = later(start, at(day, from, zone));
            var end = at(day, to, zone);
            if (days.contains(day.getDayOfWeek()) && begin.isBefore(end)) {
                var here = Duration.between(begin, end);
                if (here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
            day = day.plusDays(1);
        }
    }

    /** A time that the clocks skip is the one as far behind the gap. */
    private static Instant at(LocalDate day, int minute, ZoneId zone) {
        return minute == DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(minute / 60, minute % 60).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
