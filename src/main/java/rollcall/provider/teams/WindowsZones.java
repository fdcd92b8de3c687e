package rollcall.provider.teams;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Time zones by Microsoft's names, which Graph uses (MS-WEB, MS-POST), and by those that everybody else uses. */
final class WindowsZones {

    private record Line(String name, List<String> zones) {}

    private static final List<Line> LINES = read();

    private static final Map<String, String> ZONES = LINES.stream()
            .collect(toUnmodifiableMap(Line::name, line -> line.zones().getFirst()));

    private static final Map<String, String> NAMES = LINES.stream()
            .flatMap(line -> line.zones().stream().map(zone -> Map.entry(zone, line.name())))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private WindowsZones() {}

    /** The zone of that name; nothing when nobody knows it, as of a zone that somebody defined for themselves. */
    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(ZONES.getOrDefault(name, name)));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Microsoft's name of that IANA zone; nothing when it has none. */
    static Optional<String> nameOf(String zone) {
        return Optional.ofNullable(NAMES.get(zone));
    }

    private static List<Line> read() {
        try (var table = Objects.requireNonNull(WindowsZones.class.getResourceAsStream("windows-zones.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(WindowsZones::line)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Line> line(String line) {
        var parts = line.split("=", 2);
        return parts.length < 2 ? Stream.empty() : Stream.of(new Line(parts[0], Arrays.asList(parts[1].split(" "))));
    }
}
