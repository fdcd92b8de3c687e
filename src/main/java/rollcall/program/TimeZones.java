package rollcall.program;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The time zones that somebody may choose: those named after a place, and UTC. */
public final class TimeZones {

    /** Old names and fixed offsets, which know nothing of summer time. */
    private static final Set<String> LEFT_OUT = Set.of("Etc", "SystemV", "US", "Canada", "Brazil", "Chile", "Mexico");

    private static final List<String> NAMES =
            Stream.concat(Stream.of("UTC"), places()).toList();

    private TimeZones() {}

    /** All of them in the order of their names, UTC first. */
    static List<String> names() {
        return NAMES;
    }

    /** Whether there is a time zone of that name, offered or not. */
    public static boolean known(String name) {
        return NAMES.contains(name) || ZoneId.getAvailableZoneIds().contains(name);
    }

    private static Stream<String> places() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.contains("/"))
                .filter(name -> !LEFT_OUT.contains(name.substring(0, name.indexOf('/'))))
                .sorted();
    }
}
