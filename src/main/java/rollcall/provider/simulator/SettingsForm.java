package rollcall.provider.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The settings of a simulated webinar as somebody types them. */
record SettingsForm(
        @Nullable String latency,
        @Nullable String rate,
        @Nullable String capacity,
        @Nullable String lag,
        @Nullable Boolean closed,
        @Nullable Boolean down,
        @Nullable Boolean cannotCancel,
        @Nullable Boolean cannotDecide,
        @Nullable Boolean manualApproval,
        @Nullable Boolean waitlist) {

    private static final int LONGEST_LATENCY = 60_000; // milliseconds
    private static final int MOST = 1_000_000;
    private static final int LONGEST_LAG = 7 * 24 * 60; // minutes

    static SettingsForm of(Settings settings) {
        return new SettingsForm(
                String.valueOf(settings.latency().toMillis()),
                text(settings.ratePerMinute()),
                text(settings.capacity()),
                String.valueOf(settings.lag().toMinutes()),
                settings.closed(),
                settings.down(),
                settings.cannotCancel(),
                settings.cannotDecide(),
                settings.manualApproval(),
                settings.waitlist());
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** What was typed; only to be used when there are no errors. */
    Settings read(Errors errors) {
        var latencyMillis = Numbers.read("latency", latency, 0, LONGEST_LATENCY, errors);
        var lagMinutes = Numbers.read("lag", lag, 0, LONGEST_LAG, errors);
        return new Settings(
                Duration.ofMillis(latencyMillis == null ? 0 : latencyMillis),
                Numbers.read("rate", rate, 1, MOST, errors),
                Numbers.read("capacity", capacity, 0, MOST, errors),
                Boolean.TRUE.equals(closed),
                Boolean.TRUE.equals(down),
                Boolean.TRUE.equals(cannotCancel),
                Boolean.TRUE.equals(cannotDecide),
                Boolean.TRUE.equals(manualApproval),
                Boolean.TRUE.equals(waitlist),
                Duration.ofMinutes(lagMinutes == null ? 0 : lagMinutes));
    }
}
