package rollcall.provider.on24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.EventDetails.State;
import rollcall.provider.EventListing;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Fault;
import rollcall.provider.HeldKeys;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Registrant;

/** What is read from ON24: events, who is registered, who came and who did not. */
class On24ReportsTest {

    private final On24Fixture on24 = new On24Fixture();

    @AfterEach
    void close() {
        on24.service.close();
    }

    private Page<AttendanceRecord> attendance(AttendanceKind kind) {
        return on24.provider.attendance(On24Fixture.EVENT, kind, null);
    }

    private static ProviderFailure trouble(Runnable reading) {
        var failure = new ProviderFailure[1];
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(ProviderTrouble.class, trouble -> failure[0] = trouble.failure());
        return failure[0];
    }

    @Test
    void minutesComeLiveAndOfTheRecording() {
        on24.service.attended("ana@example.com", AttendanceKind.LIVE, Duration.ofMinutes(41));
        on24.service.attended("ana@example.com", AttendanceKind.ON_DEMAND, Duration.ofMinutes(3));
        on24.service.attended("bo@example.com", AttendanceKind.ON_DEMAND, Duration.ofMinutes(12));
        on24.service.someone("ana@example.com").put("exteventusercd", "RC-55");
        on24.clock.set(on24.afterReports());

        assertThat(attendance(AttendanceKind.LIVE).items())
                .containsExactly(new AttendanceRecord(
                        55L, "90001", "ana@example.com", "", on24.service.start, Duration.ofMinutes(41)));
        assertThat(attendance(AttendanceKind.ON_DEMAND).items())
                .containsExactly(
                        new AttendanceRecord(
                                55L,
                                "90001",
                                "ana@example.com",
                                "",
                                on24.service.end.plus(1, ChronoUnit.DAYS),
                                Duration.ofMinutes(3)),
                        new AttendanceRecord(
                                null,
                                "90002",
                                "bo@example.com",
                                "",
                                on24.service.end.plus(1, ChronoUnit.DAYS),
                                Duration.ofMinutes(12)));
    }

    @Test
    void aViewCountsWithoutMinutesAndMinutesWithoutAView() {
        assertThat(live(Map.of("liveviewed", "1"))).isEqualTo(Duration.ZERO);
        assertThat(live(Map.of("liveminutes", "7"))).isEqualTo(Duration.ofMinutes(7));
        assertThat(live(Map.of("liveviewed", "1", "cumulativeliveminutes", "5")))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(live(Map.of("liveviewed", "2", "liveminutes", "-3"))).isEqualTo(Duration.ZERO);
        assertThat(Attendance.record(new Row(Map.of("liveminutes", "0", "archiveviewed", "1")), AttendanceKind.LIVE))
                .isEmpty();
    }

    private static Duration live(Map<String, String> fields) {
        return Attendance.record(new Row(fields), AttendanceKind.LIVE)
                .orElseThrow()
                .attended();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "forgotten", "Deleted"})
    void whoIsGoneWasNotThere(String status) {
        on24.service.attended("ana@example.com", AttendanceKind.LIVE, Duration.ofMinutes(41));
        on24.service.someone("ana@example.com").put("userstatus", status);
        on24.clock.set(on24.afterReports());
        assertThat(attendance(AttendanceKind.LIVE).items()).isEmpty();
        assertThat(on24.provider.registrants(On24Fixture.EVENT, null).items())
                .extracting(Registrant::state)
                .containsExactly(Registrant.State.CANCELLED);
    }

    @Test
    void aStatusThatNobodyKnowsIsNotGuessedAt() {
        on24.service.someone("ana@example.com").put("userstatus", "dormant");
        assertThat(on24.provider.registrants(On24Fixture.EVENT, null).items())
                .extracting(Registrant::state)
                .containsExactly(Registrant.State.UNKNOWN);
    }

    @Test
    void whoLeftDidSoWhenTheirRegistrationWasChangedLast() {
        var ana = on24.service.someone("ana@example.com");
        ana.put("userstatus", "deleted");
        ana.put("lastactivity", "2026-03-04T01:00:00-08:00");
        assertThat(on24.provider.registrants(On24Fixture.EVENT, null).items())
                .extracting(Registrant::since)
                .containsExactly(Instant.parse("2026-03-04T09:00:00Z"));
    }

    @Test
    void aTimeWithoutAnOffsetIsNotGuessedAt() {
        assertThat(new Row(Map.of("livestart", "2026-03-04T01:00:00")).at("livestart"))
                .isNull();
        assertThat(new Row(Map.of("livestart", "soon")).at("livestart")).isNull();
    }

    @Test
    void aReportIsCompleteOnceOn24HasPreparedIt() {
        on24.service.attended("ana@example.com", AttendanceKind.LIVE, Duration.ofMinutes(41));
        on24.service.someone("bo@example.com");
        on24.clock.set(on24.service.end.plus(Duration.ofMinutes(119)));
        assertThat(attendance(AttendanceKind.LIVE).items()).hasSize(1);
        assertThat(attendance(AttendanceKind.LIVE).complete()).isFalse();
        assertThat(on24.provider.noShows(On24Fixture.EVENT, null)).isEqualTo(new Page<>(List.of(), null, false));

        on24.clock.set(on24.service.end.plus(Duration.ofHours(2)));
        assertThat(attendance(AttendanceKind.LIVE).complete()).isTrue();
        assertThat(on24.provider.noShows(On24Fixture.EVENT, null).items())
                .extracting(one -> one.ref().email())
                .containsExactly("bo@example.com");
        assertThat(on24.provider.capabilities(On24Fixture.EVENT).attendanceLag())
                .isEqualTo(Duration.ofHours(2));
    }

    private void many(int howMany) {
        IntStream.range(0, howMany).forEach(n -> on24.service.someone("p%05d@example.com".formatted(n)));
    }

    @Test
    void aLongListIsReadOnceAndCutIntoPages() {
        many(2_000);
        var first = on24.provider.registrants(On24Fixture.EVENT, null);
        var second = on24.provider.registrants(On24Fixture.EVENT, first.next());
        assertThat(first.items()).hasSize(1_000);
        assertThat(first.complete()).isFalse();
        assertThat(first.next()).hasSizeLessThanOrEqualTo(100);
        assertThat(second.items()).hasSize(1_000).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(second.complete()).isTrue();
        assertThat(on24.service.count(On24Service.REGISTRANTS)).isEqualTo(1);
    }

    @Test
    void whoeverDidNotReadItGoesOnWhereItWas() {
        many(1_500);
        var first = on24.provider.registrants(On24Fixture.EVENT, null);
        on24.service.someone("z@example.com");
        var later = on24.provider(On24Fixture.SETTINGS).registrants(On24Fixture.EVENT, first.next());
        assertThat(later.items()).hasSize(501).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void aListThatHasChangedMeanwhileIsNotGoneOnWith() {
        many(1_500);
        var next = on24.provider.registrants(On24Fixture.EVENT, null).next();
        on24.service.someone("a@example.com");
        assertThat(trouble(() -> on24.provider(On24Fixture.SETTINGS).registrants(On24Fixture.EVENT, next)))
                .isInstanceOf(Temporary.class);
        on24.service.people.clear();
        assertThat(trouble(() -> on24.provider(On24Fixture.SETTINGS).registrants(On24Fixture.EVENT, next)))
                .isInstanceOf(Temporary.class);
    }

    @Test
    void twoWhoReadTheSameListDoNotDisturbEachOther() {
        many(1_500);
        var next = on24.provider.registrants(On24Fixture.EVENT, null).next();
        assertThat(on24.provider.registrants(On24Fixture.EVENT, null).next()).isEqualTo(next);
        assertThat(on24.provider.registrants(On24Fixture.EVENT, next).items()).hasSize(500);
        assertThat(on24.provider.registrants(On24Fixture.EVENT, next).items()).hasSize(500);
    }

    @Test
    void aListWithTooManyIsNotReadOn() {
        many(2_001);
        assertThat(trouble(() -> on24.provider.registrants(On24Fixture.EVENT, null)))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"HALF_A_BODY", "HTML"})
    void halfAListIsNone(Fault fault) {
        on24.service.attended("ana@example.com", AttendanceKind.LIVE, Duration.ofMinutes(41));
        on24.clock.set(on24.afterReports());
        on24.service.next(On24Service.ATTENDEES, fault);
        assertThat(trouble(() -> attendance(AttendanceKind.LIVE))).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"message\":\"Hello\"}",
                "{\"totalattendees\":1}",
                "{\"attendees\":[{\"email\":\"ana@example.com\",\"liveviewed\":1}]",
                "null"
            })
    void whatIsNoListIsUnclear(String body) {
        on24.service.next(On24Service.ATTENDEES, new Answer(200, Map.of(), body));
        assertThat(trouble(() -> attendance(AttendanceKind.LIVE))).isInstanceOf(Unclear.class);
    }

    @Test
    void anEmptyListMayLackTheList() {
        on24.service.next(On24Service.ATTENDEES, new Answer(200, Map.of(), "{\"totalattendees\":0}"));
        assertThat(attendance(AttendanceKind.LIVE).items()).isEmpty();
    }

    @Test
    void aListThatIsRefusedSaysWhy() {
        on24.service.next(On24Service.ATTENDEES, On24Service.says(404, "The event 4401001 doesn't exist."));
        assertThat(trouble(() -> attendance(AttendanceKind.LIVE)).words())
                .isEqualTo("The event 4401001 doesn't exist.");
    }

    @Test
    void theEventGoesThroughItsStates() {
        assertThat(state()).isEqualTo(State.SCHEDULED);
        on24.clock.set(on24.service.start);
        assertThat(state()).isEqualTo(State.LIVE);
        on24.clock.set(on24.service.end);
        assertThat(state()).isEqualTo(State.ENDED);
        assertThat(facts(Map.of("isactive", "false")).details(Instant.EPOCH).state())
                .isEqualTo(State.CANCELLED);
        assertThat(facts(Map.of()).details(Instant.EPOCH).state()).isEqualTo(State.UNKNOWN);
        assertThat(facts(Map.of("description", "Summer")).title()).isEqualTo("Summer");
    }

    private State state() {
        return on24.provider.describe(On24Fixture.EVENT).state();
    }

    private static EventFacts facts(Map<String, String> fields) {
        return EventFacts.of(new Row(fields));
    }

    @Test
    void eventsComeForAYearPageByPage() {
        var from = on24.clock.instant();
        IntStream.range(0, 150).forEach(n -> other(n, from.plus(20, ChronoUnit.DAYS)));
        other(500, from.plus(300, ChronoUnit.DAYS));
        other(600, from.minus(2, ChronoUnit.HOURS));
        other(700, from.plus(400, ChronoUnit.DAYS));

        var first = on24.provider.events(HeldKeys.CONNECTION, from, null);
        var second = on24.provider.events(HeldKeys.CONNECTION, from, first.next());
        var third = on24.provider.events(HeldKeys.CONNECTION, from, second.next());
        assertThat(first.items()).hasSize(100);
        assertThat(second.items())
                .hasSize(51)
                .contains(new EventListing("4401001", "Spring launch", on24.service.start));
        assertThat(third.items()).extracting(EventListing::externalId).containsExactly("500");
        assertThat(third.next()).isNull();
    }

    private void other(int id, Instant start) {
        on24.service.otherEvents.add(
                Map.of("eventid", id, "description", "Other", "livestart", On24Service.pacific(start)));
    }

    @Test
    void aListOfEventsThatHeedsNoPagesIsReadOnce() {
        var rows = IntStream.range(0, 120)
                .mapToObj(n -> Map.of("eventid", n, "description", "Other"))
                .toList();
        on24.service.next(On24Service.LISTING, Answer.json(200, Map.of("totalevents", 120, "events", rows)));
        var page = on24.provider.events(HeldKeys.CONNECTION, on24.clock.instant(), null);
        assertThat(page.items()).hasSize(120);
        assertThat(page.next()).isEqualTo("1-0");
    }
}
