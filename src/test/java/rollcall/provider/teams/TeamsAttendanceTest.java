package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.teams.TeamsService.Run;
import rollcall.provider.teams.TeamsService.Visit;

class TeamsAttendanceTest {

    private final TeamsFixture teams = new TeamsFixture();
    private final TeamsService service = teams.service();

    @AfterEach
    void close() {
        teams.close();
    }

    private Page<AttendanceRecord> page(Teams node, String cursor) {
        return node.attendance(TeamsFixture.EVENT, AttendanceKind.LIVE, cursor);
    }

    private List<Page<AttendanceRecord>> pages() {
        var all = new ArrayList<Page<AttendanceRecord>>();
        String cursor = null;
        do {
            all.add(page(teams.provider(), cursor));
            cursor = all.getLast().next();
        } while (cursor != null);
        return all;
    }

    /** Minutes by address, as the engine keeps them: what comes later replaces what came before. */
    private TreeMap<String, Long> minutes() {
        var minutes = new TreeMap<String, Long>();
        pages().forEach(page -> page.items()
                .forEach(one -> minutes.put(one.email(), one.attended().toMinutes())));
        return minutes;
    }

    private Run run(String id, Instant from, Instant to, Visit... visits) {
        var run = new Run(id, from, to, List.of(visits));
        service.runs.add(run);
        return run;
    }

    private Visit visit(String name, Instant from, int minutes) {
        var email = name + "@example.com";
        if (service.registrations.stream().noneMatch(one -> email.equals(one.get("email")))) {
            teams.register(email);
        }
        return service.visit(email, from, Duration.ofMinutes(minutes));
    }

    @Test
    void allRunsThatOverlapTheScheduleAreOneAttendance() {
        var again = TeamsFixture.START.plus(Duration.ofMinutes(30));
        run(
                "rehearsal",
                TeamsFixture.START.minus(Duration.ofHours(2)),
                TeamsFixture.START,
                visit("cy", TeamsFixture.START.minus(Duration.ofHours(2)), 50));
        run(
                "first",
                TeamsFixture.START.minus(Duration.ofMinutes(10)),
                again,
                visit("ana", TeamsFixture.START, 20),
                visit("bo", TeamsFixture.START, 25));
        run(
                "second",
                again,
                TeamsFixture.END.plus(Duration.ofMinutes(5)),
                visit("ana", again, 15),
                visit("di", again, 5));
        run(
                "afterwards",
                TeamsFixture.END,
                TeamsFixture.END.plus(Duration.ofMinutes(9)),
                visit("cy", TeamsFixture.END, 9));
        teams.end();

        assertThat(minutes()).hasToString("{ana@example.com=35, bo@example.com=25, di@example.com=5}");
        assertThat(pages().getLast().complete()).isTrue();
        var ana = pages().stream()
                .flatMap(page -> page.items().stream())
                .filter(one -> one.email().startsWith("ana"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(ana.from()).isEqualTo(TeamsFixture.START);
        assertThat(ana.memberId()).isEqualTo(55);
        assertThat(ana.registrantId())
                .isEqualTo(service.registration("ana@example.com").get("id"));
        assertThat(ana.name()).isEqualTo("Ana Ruiz");
    }

    @Test
    void somebodyWhoStandsTwiceInAReportIsOne() {
        run(
                "report",
                TeamsFixture.START,
                TeamsFixture.END,
                visit("ana", TeamsFixture.START, 20),
                visit("bo", TeamsFixture.START, 1),
                visit("ana", TeamsFixture.START.plus(Duration.ofMinutes(30)), 10));
        teams.end();
        assertThat(pages())
                .singleElement()
                .satisfies(page -> assertThat(page.items()).hasSize(2));
        service.pageSize = 1;
        assertThat(minutes()).hasToString("{ana@example.com=30, bo@example.com=1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Presenter", "Organizer", "None", "", "Whatever"})
    void onlyAttendeesAttended(String role) {
        var guest =
                new Visit("guest@example.com", null, "Guest", "Attendee", TeamsFixture.START, Duration.ofMinutes(3));
        var staff = new Visit("eve@example.com", null, "Eve", role, TeamsFixture.START, Duration.ofMinutes(60));
        run("report", TeamsFixture.START, TeamsFixture.END, staff, guest);
        teams.end();
        assertThat(pages().getFirst().items())
                .containsExactly(new AttendanceRecord(
                        null, null, "guest@example.com", "Guest", TeamsFixture.START, Duration.ofMinutes(3)));
    }

    @Test
    void aRunThatIsNotOverMakesItIncomplete() {
        run("first", TeamsFixture.START, TeamsFixture.END, visit("ana", TeamsFixture.START, 20));
        run("second", TeamsFixture.END.minus(Duration.ofMinutes(1)), null);
        teams.end();
        assertThat(minutes()).hasSize(1);
        assertThat(pages().getLast().complete()).isFalse();
    }

    @Test
    void aReportBeforeThePlannedEndIsIncomplete() {
        run(
                "first",
                TeamsFixture.START,
                TeamsFixture.START.plus(Duration.ofMinutes(5)),
                visit("ana", TeamsFixture.START, 5));
        teams.clock().set(TeamsFixture.START.plus(Duration.ofMinutes(6)));
        assertThat(pages().getLast().complete()).isFalse();
    }

    @Test
    void nobodyCameSoFarAsLongAsThereIsNoReport() {
        teams.end();
        assertThat(pages()).containsExactly(new Page<>(List.of(), null, false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cursorsAreShortHoweverLongTheLinksAre(boolean longLinks) {
        service.longLinks = longLinks;
        service.pageSize = 2;
        run(
                "report",
                TeamsFixture.START,
                TeamsFixture.END,
                visit("ana", TeamsFixture.START, 1),
                visit("bo", TeamsFixture.START, 2),
                visit("cy", TeamsFixture.START, 3),
                visit("di", TeamsFixture.START, 4),
                visit("ed", TeamsFixture.START, 5));
        teams.end();
        assertThat(pages())
                .hasSize(3)
                .allSatisfy(page ->
                        assertThat(page.next() == null ? "" : page.next()).hasSizeLessThanOrEqualTo(100));
        assertThat(minutes().values()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(service.count(call -> call.path().endsWith("/attendanceRecords")))
                .as("each page once in each of two walks")
                .isEqualTo(6);
    }

    @Test
    void aNodeThatKnowsNothingOfACursorWalksThereAnew() {
        service.pageSize = 1;
        run(
                "first",
                TeamsFixture.START,
                TeamsFixture.END.minus(Duration.ofMinutes(30)),
                visit("ana", TeamsFixture.START, 1),
                visit("bo", TeamsFixture.START, 2));
        run(
                "second",
                TeamsFixture.END.minus(Duration.ofMinutes(30)),
                TeamsFixture.END,
                visit("ana", TeamsFixture.START, 10));
        teams.end();
        var second = page(teams.provider(), page(teams.provider(), null).next()).next();

        var page = page(teams.another(), second);
        assertThat(page.items())
                .singleElement()
                .satisfies(one -> assertThat(one.attended())
                        .as("with the visit that was read before")
                        .isEqualTo(Duration.ofMinutes(11)));
        assertThat(page.next()).isNull();
        assertThat(page.complete()).isTrue();
    }

    @Test
    void aPageThatCouldNotBeReadIsAskedForAgainAndNothingCountsTwice() {
        service.pageSize = 1;
        run(
                "report",
                TeamsFixture.START,
                TeamsFixture.END,
                visit("ana", TeamsFixture.START, 1),
                visit("ana", TeamsFixture.START, 2),
                visit("ana", TeamsFixture.START, 4));
        teams.end();
        var cursor = page(teams.provider(), null).next();
        service.next(call -> call.path().endsWith("/attendanceRecords"), TeamsFixture.pause("5"));
        assertThatThrownBy(() -> page(teams.provider(), cursor)).isInstanceOf(ProviderTrouble.class);
        var again = page(teams.provider(), cursor);
        assertThat(again.items().getFirst().attended()).isEqualTo(Duration.ofMinutes(3));
        assertThat(page(teams.provider(), again.next()).items().getFirst().attended())
                .isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void aHugePageIsHandedOutInParts() {
        service.pageSize = 20_000;
        var crowd = new ArrayList<Visit>();
        for (int n = 0; n < 2 * Slice.MOST + 1; n++) {
            crowd.add(new Visit(
                    "p" + n + "@example.com", "r" + n, "", "Attendee", TeamsFixture.START, Duration.ofMinutes(1)));
        }
        service.runs.add(new Run("report", TeamsFixture.START, TeamsFixture.END, crowd));
        teams.end();
        assertThat(pages()).extracting(page -> page.items().size()).containsExactly(Slice.MOST, Slice.MOST, 1);
        assertThat(minutes()).hasSize(2 * Slice.MOST + 1);
    }

    @Test
    void reportsThatAreKeptFromUsSayWhatIsNeeded() {
        teams.end();
        service.reportsForbidden = true;
        assertThatThrownBy(this::pages)
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure())
                                .isInstanceOfSatisfying(
                                        Barred.class,
                                        barred ->
                                                assertThat(barred.words()).contains("OnlineMeetingArtifact.Read.All")));
    }

    @Test
    void whoWatchedTheRecordingIsNotKnown() {
        assertThat(teams.provider().attendance(TeamsFixture.EVENT, AttendanceKind.ON_DEMAND, null))
                .isEqualTo(new Page<>(List.of(), null, true));
        assertThat(teams.provider().capabilities(TeamsFixture.EVENT).onDemand()).isFalse();
    }
}
