package rollcall.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** When a batch campaign runs by the clock, in a zone of its own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Schedule.At.class, name = "at"),
    @JsonSubTypes.Type(value = Schedule.Daily.class, name = "daily"),
    @JsonSubTypes.Type(value = Schedule.Weekly.class, name = "weekly"),
    @JsonSubTypes.Type(value = Schedule.Monthly.class, name = "monthly")
})
public sealed interface Schedule {

    ZoneId zone();

    record At(LocalDateTime time, ZoneId zone) implements Schedule {}

    record Daily(LocalTime time, ZoneId zone) implements Schedule {}

    /** @param days at least one */
    record Weekly(Set<DayOfWeek> days, LocalTime time, ZoneId zone) implements Schedule {}

    /** @param day 1 to 31; the last one of a shorter month */
    record Monthly(int day, LocalTime time, ZoneId zone) implements Schedule {}
}
