package rollcall.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import rollcall.program.Program;

/**
 * When a campaign runs by the clock. A time of day that the clocks skip is the moment after the gap, and one that they
 * show twice is the first of the two: so each day has one moment, and none runs twice.
 */
final class Timetable {

    private Timetable() {}

    /** The first time after {@code after}; nothing when there is none. */
    static Optional<Instant> next(Definition definition, Program program, Instant after) {
        return program.archived()
                ? Optional.empty()
                : times(definition, program, after).min(Comparator.naturalOrder());
    }

    private static Stream<Instant> times(Definition definition, Program program, Instant after) {
        var schedule = definition.schedule();
        var planned = schedule == null ? Stream.<Instant>empty() : next(schedule, after).stream();
        return Stream.concat(planned, around(definition, program).filter(at -> at.isAfter(after)));
    }

    private static Stream<Instant> around(Definition definition, Program program) {
        return arounds(definition).map(one -> one.of(program));
    }

    static Stream<EventTime> arounds(Definition definition) {
        return definition.triggers().stream()
                .filter(Trigger.Around.class::isInstance)
                .map(one -> ((Trigger.Around) one).time());
    }

    /** Whether the campaign is to run at that very moment. */
    static boolean has(Definition definition, Program program, Instant at) {
        return next(definition, program, at.minusNanos(1_000))
                .filter(at::equals)
                .isPresent();
    }

    /** Whether it is to run at that very moment by its schedule, whatever the event's own times are. */
    static boolean scheduled(Definition definition, Instant at) {
        var schedule = definition.schedule();
        return schedule != null
                && next(schedule, at.minusNanos(1_000)).filter(at::equals).isPresent();
    }

    static Optional<Instant> next(Schedule schedule, Instant after) {
        var today = LocalDate.ofInstant(after, schedule.zone());
        return switch (schedule) {
            case Schedule.At at -> Optional.of(instant(at.time(), at.zone())).filter(one -> one.isAfter(after));
            case Schedule.Daily daily ->
                first(today.minusDays(1).datesUntil(today.plusDays(3)), daily.time(), daily, after);
            case Schedule.Weekly weekly ->
                first(
                        today.minusDays(1)
                                .datesUntil(today.plusDays(9))
                                .filter(day -> weekly.days().contains(day.getDayOfWeek())),
                        weekly.time(),
                        weekly,
                        after);
            case Schedule.Monthly monthly ->
                first(
                        Stream.iterate(today.withDayOfMonth(1).minusMonths(1), day -> day.plusMonths(1))
                                .limit(4)
                                .map(day -> day.withDayOfMonth(Math.min(monthly.day(), day.lengthOfMonth()))),
                        monthly.time(),
                        monthly,
                        after);
        };
    }

    private static Optional<Instant> first(Stream<LocalDate> days, LocalTime time, Schedule schedule, Instant after) {
        return days.map(day -> instant(day.atTime(time), schedule.zone()))
                .filter(at -> at.isAfter(after))
                .findFirst();
    }

    static Instant instant(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toInstant();
    }
}
