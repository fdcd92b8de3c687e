package rollcall.campaign;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.campaign.Schedule.At;
import rollcall.campaign.Schedule.Daily;
import rollcall.campaign.Schedule.Monthly;
import rollcall.campaign.Schedule.Weekly;

/** Between a schedule and the fields of a form. */
final class ScheduleFields {

    static final List<String> KINDS = List.of("at", "daily", "weekly", "monthly");

    private ScheduleFields() {}

    static Fields of(Schedule schedule) {
        return switch (schedule) {
            case At(var time, var zone) -> clock("at", time.toLocalTime(), zone).with("date", time.toLocalDate());
            case Daily(var time, var zone) -> clock("daily", time, zone);
            case Weekly(var days, var time, var zone) ->
                clock("weekly", time, zone).with("days", Keys.names(days));
            case Monthly(var day, var time, var zone) ->
                clock("monthly", time, zone).with("day", day);
        };
    }

    private static Fields clock(String kind, LocalTime time, ZoneId zone) {
        return Fields.of(kind).with("time", time).with("zone", zone.getId());
    }

    /** Null for one that never runs by the clock. */
    static @Nullable Schedule read(Input input) {
        return switch (input.fields().kind()) {
            case "at" -> new At(LocalDateTime.of(input.date("date"), input.time("time")), input.zone("zone"));
            case "daily" -> new Daily(input.time("time"), input.zone("zone"));
            case "weekly" ->
                new Weekly(input.atLeastOne("days", DayOfWeek.values()), input.time("time"), input.zone("zone"));
            case "monthly" -> new Monthly(input.number("day", 1, 31), input.time("time"), input.zone("zone"));
            default -> null;
        };
    }
}
