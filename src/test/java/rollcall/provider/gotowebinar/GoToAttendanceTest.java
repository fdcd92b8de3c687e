package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.person.PersonDetails;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Page;
import rollcall.provider.RegistrationRequest;

class GoToAttendanceTest {

    private static final Instant START = GoToService.START;

    private final GoToScene scene = new GoToScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private void register(String email) {
        var person = new PersonDetails(email, "Ana", "Ruiz", "", "", "", "", "", "");
        scene.provider.register(GoToScene.EVENT, new RegistrationRequest(1, person, Map.of()));
    }

    private Page<AttendanceRecord> page(String cursor) {
        return scene.provider.attendance(GoToScene.EVENT, AttendanceKind.LIVE, cursor);
    }

    private List<AttendanceRecord> attendance() {
        return all(this::page);
    }

    private static List<AttendanceRecord> all(Function<String, Page<AttendanceRecord>> pages) {
        var all = new ArrayList<AttendanceRecord>();
        String cursor = null;
        do {
            var page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
            assertThat(page.complete()).isEqualTo(cursor == null);
        } while (cursor != null);
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSaidOfSomebodyIsKept(boolean keysAsText) {
        scene.service.keysAsText = keysAsText;
        register("ana@example.com");
        var session = scene.service.session(at(0), at(60));
        scene.service.attended("ana@example.com", session, 2332, at(3), at(44));
        assertThat(attendance())
                .containsExactly(new AttendanceRecord(
                        null, "7788990011", "ana@example.com", "Ana Ruiz", at(3), Duration.ofSeconds(2332)));
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "1, 2", "2, 200", "2, 2", "3, 1"})
    void allVisitsOfAPersonAreOneRecord(int sessions, int pageSize) {
        scene.service.pageSize = pageSize;
        List.of("ana@example.com", "bo@example.com", "cy@example.com").forEach(this::register);
        IntStream.range(0, sessions).forEach(n -> {
            var session = scene.service.session(at(n * 100), at(n * 100 + 60));
            scene.service.attended("ana@example.com", session, 600, at(n * 100 + 1), at(n * 100 + 11));
            scene.service.attended("bo@example.com", session, 60, at(n * 100 + 5), at(n * 100 + 6));
        });
        assertThat(attendance())
                .extracting(
                        AttendanceRecord::email,
                        AttendanceRecord::from,
                        one -> one.attended().toMinutes())
                .containsExactlyInAnyOrder(
                        tuple("ana@example.com", at(1), sessions * 10L),
                        tuple("bo@example.com", at(5), (long) sessions));
    }

    @Test
    void rowsOfOneSessionThatOverlapCountOnce() {
        register("ana@example.com");
        var session = scene.service.session(at(0), at(60));
        scene.service.session(at(100), at(160));
        scene.service.attended("ana@example.com", session, 1200, at(0), at(20));
        scene.service.attended("ana@example.com", session, 1200, at(10), at(30));
        scene.service.attended("ana@example.com", session, 1200, at(10), at(30));
        assertThat(attendance())
                .singleElement()
                .satisfies(one -> assertThat(one.attended()).isEqualTo(Duration.ofMinutes(30)));
    }

    @Test
    void whereNoSecondsAreSaidTheVisitsAreMeasured() {
        register("ana@example.com");
        var session = scene.service.session(at(0), at(60));
        scene.service.attended("ana@example.com", session, 0, at(0), at(20), at(10), at(15), at(40), at(50));
        assertThat(attendance())
                .singleElement()
                .satisfies(one -> assertThat(one.attended()).isEqualTo(Duration.ofMinutes(30)));
    }

    @Test
    void manyPeopleOfSeveralSessionsAreReadInParts() {
        IntStream.range(0, 20).forEach(n -> register("p%d@example.com".formatted(n)));
        for (var begin : new int[] {0, 100}) {
            var session = scene.service.session(at(begin), at(begin + 60));
            IntStream.range(0, 20)
                    .forEach(n -> scene.service.attended(
                            "p%d@example.com".formatted(n), session, 600, at(begin), at(begin + 10)));
        }
        var report = new AttendanceReport(new GoToApi(scene.keys, Place.of(scene.settings), scene.clock), 7);
        var sizes = new ArrayList<Integer>();
        var all = all(cursor -> {
            var page = report.live(GoToScene.EVENT, cursor);
            sizes.add(page.items().size());
            return page;
        });
        assertThat(sizes).as("40 rows, 7 at a time").hasSize(6).doesNotContain(20);
        assertThat(all)
                .extracting(AttendanceRecord::email)
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(all).allSatisfy(one -> assertThat(one.attended()).isEqualTo(Duration.ofMinutes(20)));
    }

    @Test
    void aReportThatLacksEverybodyIsNotComplete() {
        register("ana@example.com");
        scene.service.session(at(0), at(60));
        scene.service.counted(1);
        assertThat(page(null)).isEqualTo(new Page<AttendanceRecord>(List.of(), null, false));
        scene.service.counted(0);
        assertThat(page(null)).isEqualTo(new Page<AttendanceRecord>(List.of(), null, true));
    }

    @Test
    void severalSessionsWithoutAnybodyAreNotBelieved() {
        scene.service.session(at(0), at(10));
        scene.service.session(at(20), at(60));
        scene.service.counted(1);
        assertThat(page(null)).isEqualTo(new Page<AttendanceRecord>(List.of(), null, false));
        scene.service.counted(0);
        assertThat(page(null)).as("nobody came").isEqualTo(new Page<AttendanceRecord>(List.of(), null, true));
    }

    @Test
    void aBareArrayIsAllThereIs() {
        register("ana@example.com");
        var session = scene.service.session(at(0), at(60));
        scene.service.attended("ana@example.com", session, 60, at(0), at(1));
        scene.service.bareArrays = true;
        assertThat(attendance()).hasSize(1);
    }
}
