package rollcall.provider.on24;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.provider.OwnWords;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderTrouble;

/**
 * The lists of one event come whole (ON24-OAS): read once, when their first page is asked for, and kept for the pages that
 * follow. Whoever has not kept it, another node or this one after a start, reads it anew and goes on where it was.
 */
final class Reports {

    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,8})-([0-9a-f]{16})");

    private record Kept(Report<?> report, Instant until) {}

    private final ConcurrentMap<String, Kept> kept = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int size;

    /** @param size how many rows stand on a page */
    Reports(Clock clock, int size) {
        this.clock = clock;
        this.size = size;
    }

    /** Where the walk through a list is: which page, and what the list was like before it. */
    private record Point(int page, String mark) {

        static @Nullable Point of(@Nullable String cursor) {
            var read = CURSOR.matcher(cursor == null ? "" : cursor);
            return read.matches() ? new Point(Integer.parseInt(read.group(1)), read.group(2)) : null;
        }
    }

    /**
     * A page of a list; the last one is complete when nothing of the list is missing.
     *
     * @param name which list, of which event and through which connection
     * @param reading fills a report
     */
    <T> Page<T> page(String name, Class<T> type, @Nullable String cursor, Consumer<Report<T>> reading) {
        var point = Point.of(cursor);
        var report = point == null ? null : held(name, type, point);
        if (report == null) {
            report = read(name, type, reading);
        }
        if (point != null && !goesOn(report, point)) {
            throw new ProviderTrouble(new Temporary(OwnWords.LIST_CHANGED.words()));
        }
        return cut(name, report, point == null ? 0 : point.page());
    }

    private static boolean goesOn(Report<?> report, Point point) {
        return point.page() < report.pages() && report.mark(point.page()).equals(point.mark());
    }

    @SuppressWarnings("unchecked") // a name stands for one type
    private <T> @Nullable Report<T> held(String name, Class<T> type, Point point) {
        var held = kept.get(name);
        return held != null && held.report().holds(type) && goesOn(held.report(), point)
                ? (Report<T>) held.report()
                : null;
    }

    private <T> Report<T> read(String name, Class<T> type, Consumer<Report<T>> reading) {
        tidy();
        var report = new Report<>(type, size);
        try {
            reading.accept(report);
        } catch (RuntimeException broken) {
            report.close();
            throw broken;
        }
        close(kept.put(name, new Kept(report, clock.instant().plus(KEPT))));
        return report;
    }

    private <T> Page<T> cut(String name, Report<T> report, int page) {
        var more = page + 1 < report.pages();
        try {
            List<T> rows = report.pages() == 0 ? List.of() : report.page(page);
            return new Page<>(rows, more ? "%d-%s".formatted(page + 1, report.mark(page + 1)) : null, !more);
        } catch (IOException | UncheckedIOException gone) {
            throw new ProviderTrouble(new Temporary(OwnWords.LIST_LOST.words()));
        } finally {
            if (!more) {
                close(forget(name, report));
            }
        }
    }

    private @Nullable Kept forget(String name, Report<?> report) {
        var held = kept.get(name);
        return held != null && held.report() == report && kept.remove(name, held) ? held : null;
    }

    private void tidy() {
        var now = clock.instant();
        kept.forEach((name, held) -> {
            if (held.until().isBefore(now) && kept.remove(name, held)) {
                close(held);
            }
        });
    }

    private static void close(@Nullable Kept held) {
        if (held != null) {
            held.report().close();
        }
    }
}
