package rollcall.program;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;
import rollcall.program.WallClock.Never;
import rollcall.program.WallClock.Once;
import rollcall.program.WallClock.Twice;

/** Reads when a program takes place from a {@link ProgramForm}; what cannot be read stands in the errors. */
final class EventTimes {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final Errors errors;
    private final Map<String, Twice> doubtful = new LinkedHashMap<>();
    private final @Nullable ZoneId zone;
    private final @Nullable Instant start;
    private final @Nullable Instant end;

    EventTimes(ProgramForm form, Errors errors) {
        this.errors = errors;
        this.zone = zone(form.zone().strip());
        this.start = instant("start", form.startDate(), form.startTime(), form.startOffset());
        this.end = instant("end", form.endDate(), form.endTime(), form.endOffset());
        if (start != null && end != null && !end.isAfter(start)) {
            errors.rejectValue("endTime", "program.end.before-start");
        }
    }

    @Nullable
    ZoneId zone() {
        return zone;
    }

    @Nullable
    Instant start() {
        return start;
    }

    @Nullable
    Instant end() {
        return end;
    }

    /** The times that the clocks show twice, by {@code start} and {@code end}. */
    Map<String, Twice> doubtful() {
        return doubtful;
    }

    private @Nullable ZoneId zone(String typed) {
        if (TimeZones.known(typed)) {
            return ZoneId.of(typed);
        }
        errors.rejectValue("zone", typed.isEmpty() ? "program.zone.missing" : "program.zone.unknown");
        return null;
    }

    private @Nullable Instant instant(String field, String typedDate, String typedTime, String offset) {
        var label = new DefaultMessageSourceResolvable("program." + field);
        var date = part(field + "Date", "program.date", label, typedDate, EventTimes::date);
        var time = part(field + "Time", "program.time", label, typedTime, LocalTime::parse);
        if (date == null || time == null || zone == null) {
            return null;
        }
        return switch (WallClock.read(LocalDateTime.of(date, time), zone)) {
            case Once once -> once.at();
            case Never never -> skipped(field, never, zone);
            case Twice twice -> chosen(field, twice, offset);
        };
    }

    private <T> @Nullable T part(
            String field, String message, MessageSourceResolvable label, String typed, Function<String, T> parser) {
        try {
            if (!typed.isBlank()) {
                return parser.apply(typed.strip());
            }
            errors.rejectValue(field, message + ".missing", new Object[] {label}, null);
        } catch (DateTimeException wrong) {
            errors.rejectValue(field, message + ".wrong", new Object[] {label}, null);
        }
        return null;
    }

    private static LocalDate date(String typed) {
        var date = LocalDate.parse(typed);
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("No program takes place in that year.");
        }
        return date;
    }

    private @Nullable Instant skipped(String field, Never never, ZoneId place) {
        var suggestions = new Object[] {
            place.getId(), never.before().toLocalTime(), never.after().toLocalTime()
        };
        errors.rejectValue(field + "Time", "program.time.skipped", suggestions, null);
        return null;
    }

    private @Nullable Instant chosen(String field, Twice twice, String offset) {
        doubtful.put(field, twice);
        var chosen = twice.with(offset);
        if (chosen == null) {
            errors.rejectValue(field + "Offset", "program.time.twice");
        }
        return chosen;
    }
}
