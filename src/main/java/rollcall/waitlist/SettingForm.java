package rollcall.waitlist;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How a waitlist is to be dealt with, as somebody typed it. */
record SettingForm(
        @Nullable String mode,
        @Nullable String offerHours,
        @Nullable List<String> days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String stopMinutes,
        @Nullable String most) {

    private static final int DAY = 24 * 60;
    private static final int LONGEST_OFFER = 30 * 24;
    private static final int LONGEST_STOP = 365 * DAY;
    private static final int MOST = 1_000_000;

    static SettingForm of(WaitlistSetting now) {
        var hours = now.hours();
        return new SettingForm(
                now.mode().name(),
                Integer.toString(now.offerMinutes() / 60),
                hours.days().stream().map(DayOfWeek::name).toList(),
                clock(hours.from()),
                clock(hours.to() % DAY),
                Objects.toString(now.stopMinutes(), ""),
                Objects.toString(now.most(), ""));
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    boolean ticked(DayOfWeek day) {
        return days != null && days.contains(day.name());
    }

    /** What is to be stored; {@code errors} says what cannot be, and then it is what stood there before. */
    WaitlistSetting setting(WaitlistSetting before, BindingResult errors) {
        var chosen =
                Stream.of(Mode.values()).filter(one -> one.name().equals(mode)).findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("mode", "waitlist.mode.missing");
        }
        var offer = number("offerHours", offerHours, 1, LONGEST_OFFER, false, errors);
        var stop = number("stopMinutes", stopMinutes, 0, LONGEST_STOP, true, errors);
        var limit = number("most", most, 1, MOST, true, errors);
        var hours = hours(errors);
        return errors.hasErrors() || hours == null
                ? before
                : new WaitlistSetting(
                        chosen.orElseThrow(),
                        offer.orElseThrow() * 60,
                        hours,
                        orNull(stop),
                        orNull(limit),
                        before.halted());
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static OptionalInt number(
            String field, @Nullable String typed, int least, int most, boolean optional, BindingResult errors) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty() && optional) {
            return OptionalInt.empty();
        }
        if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        errors.rejectValue(field, "waitlist.number.wrong", new Object[] {least, most}, null);
        return OptionalInt.empty();
    }

    private @Nullable WorkingHours hours(BindingResult errors) {
        var ticked = Arrays.stream(DayOfWeek.values())
                .filter(this::ticked)
                .mapToInt(day -> 1 << day.ordinal())
                .sum();
        if (ticked == 0) {
            errors.rejectValue("days", "waitlist.days.none");
        }
        int begin = minute("from", from, errors);
        int end = minute("to", to, errors);
        int until = end == 0 ? DAY : end;
        if (begin >= 0 && end >= 0 && begin >= until) {
            errors.rejectValue("to", "waitlist.hours.backwards");
        }
        return errors.hasErrors() ? null : WorkingHours.of(ticked, begin, until);
    }

    private static int minute(String field, @Nullable String typed, BindingResult errors) {
        try {
            return LocalTime.parse(typed == null ? "" : typed.strip()).toSecondOfDay() / 60;
        } catch (DateTimeParseException wrong) {
            errors.rejectValue(field, "waitlist.time.wrong");
            return -1;
        }
    }
}
