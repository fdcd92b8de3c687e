package rollcall.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Medians and ratios as lines of a table in Markdown. */
public final class Figures {

    private final List<String> lines = new ArrayList<>(
            List.of("| case | database | size | median | floor | ratio |", "|---|---|---|---|---|---|"));

    /** A case beside its floor, each measured as often as the other. */
    public void beside(String name, String database, int size, List<Duration> measured, List<Duration> floor) {
        var ratio = (double) median(measured).toNanos() / median(floor).toNanos();
        add(name, database, size, seconds(median(measured)), seconds(median(floor)), number(ratio));
    }

    /** As {@link #beside}, for what takes milliseconds. The floor may be the same thing before, or where there is less. */
    public void inMilliseconds(String name, String database, int size, List<Duration> measured, List<Duration> floor) {
        var ratio = (double) median(measured).toNanos() / median(floor).toNanos();
        add(name, database, size, milliseconds(median(measured)), milliseconds(median(floor)), number(ratio));
    }

    /** A case that is told as so many things a second. */
    public void rate(String name, String database, int size, List<Duration> measured) {
        var perSecond = size / (median(measured).toNanos() / 1e9);
        add(name, database, size, "%.0f / s".formatted(perSecond), "", "");
    }

    public void alone(String name, String database, int size, String value) {
        add(name, database, size, value, "", "");
    }

    /** What has nothing to stand beside. */
    public void alone(String name, String database, int size, List<Duration> measured) {
        alone(name, database, size, seconds(median(measured)));
    }

    private void add(String name, String database, int size, String median, String floor, String ratio) {
        lines.add("| %s | %s | %,d | %s | %s | %s |".formatted(name, database, size, median, floor, ratio));
        System.out.println(lines.getLast());
    }

    static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }

    private static String number(double ratio) {
        return String.format(Locale.ROOT, "%.1f", ratio);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
