package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsZonesTest {

    @ParameterizedTest
    @CsvSource({
        "GMT Standard Time, Europe/London",
        "W. Europe Standard Time, Europe/Berlin",
        "India Standard Time, Asia/Kolkata",
        "Pacific Standard Time, America/Los_Angeles",
        "UTC, UTC",
        "Europe/Stockholm, Europe/Stockholm",
    })
    void aNameStandsForAZone(String name, String zone) {
        var winter = Instant.parse("2026-01-15T12:00:00Z");
        var summer = Instant.parse("2026-07-15T12:00:00Z");
        for (var day : List.of(winter, summer)) {
            assertThat(WindowsZones.zone(name).orElseThrow().getRules().getOffset(day))
                    .isEqualTo(ZoneId.of(zone).getRules().getOffset(day));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, W. Europe Standard Time",
        "Europe/Kyiv, FLE Standard Time",
        "Europe/Kiev, FLE Standard Time",
        "Asia/Calcutta, India Standard Time",
        "Asia/Kolkata, India Standard Time",
        "America/New_York, Eastern Standard Time",
        "Etc/UTC, UTC",
        "UTC, UTC",
    })
    void aZoneHasAName(String zone, String name) {
        assertThat(WindowsZones.nameOf(zone)).contains(name);
    }

    @Test
    void whatNobodyKnowsHasNone() {
        assertThat(WindowsZones.nameOf("")).isEmpty();
        assertThat(WindowsZones.nameOf("Mars/Olympus")).isEmpty();
        assertThat(WindowsZones.zone("tzone://Microsoft/Custom")).isEmpty();
        assertThat(WindowsZones.zone("")).isEmpty();
    }

    /** Whatever zone a person may choose, but for one research station and offsets without a place. */
    @Test
    void everyZoneOfAPlaceHasANameThatStandsForAZone() {
        assertThat(ZoneId.getAvailableZoneIds())
                .filteredOn(zone -> zone.contains("/") && !zone.startsWith("SystemV/") && !zone.startsWith("Etc/"))
                .filteredOn(zone ->
                        WindowsZones.nameOf(zone).flatMap(WindowsZones::zone).isEmpty())
                .isSubsetOf("Antarctica/Troll", "America/Coyhaique");
    }
}
