package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class TimesTest {

    private final Times times = new Times();
    private final Instant at = Instant.parse("2026-09-03T14:00:00Z");

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void tidy() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aTimeNamesItsZone() {
        assertThat(times.dateTime(at, "Europe/Stockholm")).isEqualTo("3 Sept 2026, 16:00 CEST");
        assertThat(times.dateTime(at, "UTC")).isEqualTo("3 Sept 2026, 14:00 UTC");
    }

    @Test
    void aZoneWithoutAnAbbreviationShowsItsOffset() {
        assertThat(times.abbreviation(at, "America/Sao_Paulo")).isIn("BRT", "UTC-03:00");
        assertThat(times.offset(at, "Asia/Kathmandu")).isEqualTo("UTC+05:45");
    }

    @Test
    void aSpanRepeatsTheDateOnlyWhenItChanges() {
        assertThat(times.span(at, at.plusSeconds(3600), "Europe/Stockholm"))
                .isEqualTo("Thu 3 Sept 2026, 16:00–17:00 CEST");
        assertThat(times.span(at, at.plusSeconds(36_000), "Europe/Stockholm"))
                .isEqualTo("Thu 3 Sept 2026, 16:00 – Fri 4 Sept 2026, 02:00 CEST");
    }

    @Test
    void aSpanNamesBothZonesWhenTheClocksChangeMeanwhile() {
        var from = Instant.parse("2027-10-31T00:30:00Z");
        assertThat(times.span(from, from.plusSeconds(10_800), "Europe/Berlin"))
                .isEqualTo("Sun 31 Oct 2027, 02:30 CEST–04:30 CET");
    }

    @Test
    void theWholeTruthHasZoneOffsetAndInstant() {
        assertThat(times.exact(at, "Europe/Stockholm")).isEqualTo("Europe/Stockholm, UTC+02:00, 2026-09-03T14:00:00Z");
    }

    @Test
    void swedesReadSwedish() {
        LocaleContextHolder.setLocale(Locale.of("sv"));
        assertThat(times.dateTime(at, "Europe/Stockholm")).isEqualTo("3 sep. 2026, 16:00 CEST");
    }
}
