package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.server.ResponseStatusException;

class ProgramDraftTest {

    private final Map<String, String> typed = new LinkedHashMap<>(Map.of(
            "name", "  Spring launch ",
            "zone", "Europe/Stockholm",
            "startDate", "2026-09-03",
            "startTime", "16:00",
            "endDate", "2026-09-03",
            "endTime", "17:00",
            "capacity", "120",
            "webinarAddress", "https://webinars.example.org/spring"));

    @Test
    void aWholeFormIsAPlan() {
        assertThat(errors()).isEmpty();
        assertThat(draft().plan())
                .contains(new ProgramPlan(
                        "Spring launch",
                        "",
                        Instant.parse("2026-09-03T14:00:00Z"),
                        Instant.parse("2026-09-03T15:00:00Z"),
                        ZoneId.of("Europe/Stockholm"),
                        120,
                        false,
                        true,
                        false,
                        "https://webinars.example.org/spring"));
    }

    @Test
    void capacityAndAddressMayBeLeftOut() {
        typed.putAll(Map.of("capacity", " ", "webinarAddress", ""));
        var plan = draft().plan().orElseThrow();
        assertThat(plan.capacity()).isNull();
        assertThat(plan.webinarAddress()).isNull();
    }

    @Test
    void everythingThatIsMissingIsNamedInTheOrderOfTheForm() {
        typed.clear();
        assertThat(errors())
                .containsExactly(
                        "name program.name.missing",
                        "zone program.zone.missing",
                        "startDate program.date.missing",
                        "startTime program.time.missing",
                        "endDate program.date.missing",
                        "endTime program.time.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "name,           'Spring\u202Elaunch',             program.unwanted-characters",
        "zone,           Europe/Atlantis,                  program.zone.unknown",
        "zone,           +02:00,                           program.zone.unknown",
        "startDate,      2026-02-30,                       program.date.wrong",
        "startDate,      0026-02-03,                       program.date.wrong",
        "startTime,      25:00,                            program.time.wrong",
        "endTime,        16:00,                            program.end.before-start",
        "capacity,       0,                                program.capacity.wrong",
        "capacity,       -1,                               program.capacity.wrong",
        "capacity,       1000001,                          program.capacity.wrong",
        "capacity,       99999999999,                      program.capacity.wrong",
        "capacity,       many,                             program.capacity.wrong",
        "webinarAddress, 'javascript:alert(1)',            program.address.wrong",
        "webinarAddress, 'ftp://example.org/',             program.address.wrong",
        "webinarAddress, 'https://ada:pw@example.org/',    program.address.wrong",
        "webinarAddress, 'https:///no-host',               program.address.wrong",
        "webinarAddress, 'not an address',                 program.address.wrong",
    })
    void whatIsWrongIsNamedAtItsField(String field, String value, String message) {
        typed.put(field, value);
        assertThat(errors()).containsExactly(field + " " + message);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void aNameHasTwoHundredCharactersAtMost(int length) {
        typed.put("name", "n".repeat(length));
        assertThat(errors()).hasSize(length - 200);
    }

    @Test
    void aSkippedTimeIsRefused() {
        typed.putAll(Map.of(
                "zone", "Europe/Berlin", "startDate", "2027-03-28", "startTime", "02:30", "endDate", "2027-03-29"));
        assertThat(errors()).containsExactly("startTime program.time.skipped");
    }

    @Test
    void aTimeThatIsShownTwiceIsAskedAbout() {
        typed.putAll(Map.of(
                "zone", "Europe/Berlin", "startDate", "2026-10-25", "startTime", "02:30", "endDate", "2026-10-26"));
        assertThat(errors()).containsExactly("startOffset program.time.twice");
        assertThat(draft().doubtful()).containsOnlyKeys("start");

        typed.put("startOffset", "+01:00");
        assertThat(draft().plan().orElseThrow().startsAt()).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void whatNoFormSendsIsABadRequest() {
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> new ProgramDraft(null, new BeanPropertyBindingResult(form(), "form")));
    }

    @Test
    void aStoredProgramComesBackAsItWasTyped() {
        var program = new Program(
                1L,
                3,
                1,
                "Night",
                "",
                Instant.parse("2026-10-25T01:30:00Z"),
                Instant.parse("2026-10-25T04:00:00Z"),
                "Europe/Berlin",
                null,
                true,
                false,
                false,
                null,
                null,
                false,
                Instant.EPOCH);
        var form = ProgramForm.of(program);
        assertThat(List.of(form.startDate(), form.startTime(), form.startOffset(), form.endTime(), form.version()))
                .containsExactly("2026-10-25", "02:30", "+01:00", "05:00", "3");
        assertThat(new ProgramDraft(form, new BeanPropertyBindingResult(form, "form")).plan())
                .contains(ProgramPlan.of(program));
    }

    private ProgramDraft draft() {
        return new ProgramDraft(form(), new BeanPropertyBindingResult(form(), "form"));
    }

    private List<String> errors() {
        var form = form();
        var errors = new BeanPropertyBindingResult(form, "form");
        new ProgramDraft(form, errors);
        return errors.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getCode())
                .toList();
    }

    private ProgramForm form() {
        return new ProgramForm(
                typed.get("name"),
                null,
                typed.get("zone"),
                typed.get("startDate"),
                typed.get("startTime"),
                typed.get("startOffset"),
                typed.get("endDate"),
                typed.get("endTime"),
                null,
                typed.get("capacity"),
                null,
                true,
                false,
                typed.get("webinarAddress"),
                null,
                null,
                null);
    }
}
