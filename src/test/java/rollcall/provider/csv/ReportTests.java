package rollcall.provider.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.job.JobRunner;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.provider.RefreshFixture;
import rollcall.provider.Webinars;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** Report files, from the upload to what becomes of members. */
abstract class ReportTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture members;

    @Autowired
    private RefreshFixture refreshes;

    @Autowired
    private ReportFiles files;

    @Autowired
    private ReportRows rows;

    @Autowired
    private Reports reports;

    @Autowired
    private Webinars webinars;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Value("${rollcall.data}")
    private Path data;

    private Program program;
    private String address;
    private long yan;
    private long nora;
    private long bo;

    @BeforeEach
    void begin() {
        program = members.program(null);
        address = "/programs/%d/refreshes/files".formatted(program.key());
        var some = refreshes.registered(program, 3);
        yan = some.get(0);
        nora = some.get(1);
        bo = some.get(2);
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        files.of(program.key()).forEach(reports::discard);
        assertThat(jdbc.sql("select count(*) from attendance_visit")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "zoom-attendees.csv,     ZOOM,        UTF-8,                  ATTENDED, 119, REGISTERED",
        "gotowebinar-attendees.csv, GOTOWEBINAR, UTF-8,               -,        0,   REGISTERED",
        "on24-attendees.csv,     ON24,        UTF-8,                  ATTENDED, 41,  ATTENDED_ON_DEMAND",
        "webex-attendees.csv,    WEBEX,       UTF-16 (little-endian), ATTENDED, 41,  REGISTERED",
        "teams-attendance.tsv,   TEAMS,       UTF-16 (little-endian), ATTENDED, 39,  REGISTERED"
    })
    void theReportsOfFiveVendorsAreKnownAndBrought(
            String name, Vendor vendor, String encoding, String yanBecomes, int minutes, String boBefore) {
        var file = uploaded(name, text(name).replace("ana@", "x@"), charset(encoding));
        var page = page(file.address());
        assertThat(page.expectFirst("#recognised").attr("data-vendor")).isEqualTo(vendor.name());
        assertThat(page.select("#recognised").text()).contains(encoding);

        var preview = run(send(file.address(), fieldsOf(page)));
        assertThat(members.statusOf(yan)).as("a preview changes nothing").isEqualTo("REGISTERED");
        var apply = page(preview).expectFirst("#refresh-now");
        assertThat(apply.select("button").text()).isEqualTo("Bring this attendance");

        var done = page(run(send(apply.attr("action"), Map.of())));
        var somebodyCame = !yanBecomes.equals("-");
        assertThat(done.expectFirst("#refresh").attr("data-state")).isEqualTo("DONE");
        assertThat(members.statusOf(yan)).isEqualTo(somebodyCame ? yanBecomes : "NO_SHOW");
        assertThat(minutes(yan)).isEqualTo(minutes);
        assertThat(members.statusOf(nora)).isEqualTo("NO_SHOW");
        assertThat(members.statusOf(bo)).isEqualTo(boBefore.equals("REGISTERED") ? "NO_SHOW" : boBefore);
        assertThat(files.find(file.id())).as("the file is forgotten").isEmpty();
        assertThat(onDisk(file)).isFalse();
    }

    @Test
    void whoWasThereTwiceAtOnceWasThereOnce() {
        var file = uploaded("webex-attendees.csv", text("webex-attendees.csv"), StandardCharsets.UTF_16LE);
        bring(file);
        assertThat(minutes(yan)).as("17:03:10 to 17:44:00, over two devices").isEqualTo(41);
    }

    @Test
    void hostsAndPanelistsAndOtherTablesOfTheFileDoNotCount() {
        var file = uploaded("zoom-attendees.csv", text("zoom-attendees.csv"), StandardCharsets.UTF_8);
        bring(file);
        assertThat(unmatched()).isEmpty();
        var teams = uploaded("teams-attendance.tsv", text("teams-attendance.tsv"), StandardCharsets.UTF_16LE);
        bring(teams);
        assertThat(unmatched()).as("the organizer is nobody who attended").containsExactly("Åsa Ek 3600");
    }

    @Test
    void aListWithAddressesIsEnough() {
        var file = uploaded("mine.csv", "E-post\n%s\n".formatted(refreshes.emailOf(yan)), StandardCharsets.UTF_8);
        assertThat(file.vendor()).isEqualTo(Vendor.OTHER);
        bring(file);
        assertThat(members.statusOf(yan)).isEqualTo("ATTENDED");
        assertThat(members.statusOf(nora)).isEqualTo("NO_SHOW");
    }

    @Test
    void aPartOfAReportMakesNobodyAbsentAndARecordingNobodyLive() {
        var part = uploaded("part.csv", "Email\n%s\n".formatted(refreshes.emailOf(yan)), StandardCharsets.UTF_8);
        run(send(part.address(), Map.of("column", List.of("EMAIL"), "kind", List.of("LIVE"))));
        run(send(part.address() + "/refreshes", Map.of()));
        assertThat(members.statusOf(yan)).isEqualTo("ATTENDED");
        assertThat(members.statusOf(nora)).isEqualTo("REGISTERED");

        var watched = uploaded(
                "watched.csv", "Email,Minutes\n%s,12\n".formatted(refreshes.emailOf(nora)), StandardCharsets.UTF_8);
        run(send(
                watched.address(),
                Map.of(
                        "column", List.of("EMAIL", "MINUTES"),
                        "kind", List.of("ON_DEMAND"),
                        "whole", List.of("true"))));
        run(send(watched.address() + "/refreshes", Map.of()));
        assertThat(members.statusOf(nora)).isEqualTo("ATTENDED_ON_DEMAND");
        assertThat(members.statusOf(bo)).isEqualTo("REGISTERED");
    }

    @Test
    void anEmptyReportMarksNobodyUntilSomebodySaysThatNobodyCame() {
        var file = uploaded(
                "nobody.csv", "Email,Attended\n%s,No\n".formatted(refreshes.emailOf(yan)), StandardCharsets.UTF_8);
        var done = page(bring(file));
        assertThat(done.expectFirst("#no-shows").attr("data-no-shows")).isEqualTo("NOBODY_CAME");
        assertThat(members.statusOf(yan)).isEqualTo("REGISTERED");
        var confirm = done.expectFirst("#no-shows form");
        run(send(confirm.attr("action"), Map.of("nobodyCame", List.of("true"))));
        assertThat(List.of(members.statusOf(yan), members.statusOf(nora), members.statusOf(bo)))
                .containsOnly("NO_SHOW");
        assertThat(files.find(file.id())).isEmpty();
    }

    @Test
    void beforeTheEndNothingIsBrought() {
        clock.set(program.startsAt());
        var file = uploaded("early.csv", "Email\n%s\n".formatted(refreshes.emailOf(yan)), StandardCharsets.UTF_8);
        var done = page(bring(file));
        assertThat(done.expectFirst("#no-shows").attr("data-no-shows")).isEqualTo("NOT_ENDED");
        assertThat(members.statusOf(yan)).isEqualTo("REGISTERED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                      | The file is empty.
        'Colour;Size\nred;12\n'                 | No row of headings that Rollcall knows was found. An attendee report has at least a column Email.
        'Email\n'                               | The report has headings but nobody in it.
        'Email,Name\n"ana@example.org,Ana\n'    | In the row that begins in line 2, a quotation mark is not closed.
        'PK\u0003\u0004 a workbook'             | This is not a CSV file. If it is a workbook, save it as CSV first.
        """)
    void whatCannotBeReadIsSaidAndNotKept(String text, String why) {
        var before = filesOnDisk();
        var answer = upload(SignedIn.manager(), "report.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(422);
        assertThat(read(answer).select("#file-error").text()).isEqualTo(why);
        assertThat(files.of(program.key())).isEmpty();
        assertThat(filesOnDisk()).isEqualTo(before);
    }

    @Test
    void rowsThatCannotBeUnderstoodAreNamedAndLeftOutOnlyWhenSomebodySaysSo() {
        var text = "Email,Time in Session (minutes)\n%s,41\nnobody at home,12\n%s,a while\n"
                .formatted(refreshes.emailOf(yan), refreshes.emailOf(nora));
        var file = uploaded("odd.csv", text, StandardCharsets.UTF_8);
        var fields = fieldsOf(page(file.address()));
        var refused = send(file.address(), fields);
        assertThat(refused).hasStatus(422);
        assertThat(read(refused).select("#unclear li").eachText())
                .containsExactly(
                        "Line 3: there is no e-mail address.",
                        "Line 4: how long they were there is no length of time.");
        fields.put("leavesOut", List.of("true"));
        run(send(file.address(), fields));
        run(send(file.address() + "/refreshes", Map.of()));
        assertThat(members.statusOf(yan)).isEqualTo("ATTENDED");
    }

    @Test
    void columnsMayBeSaidOtherwise() {
        var file = uploaded(
                "own.csv", "Email,How long\n%s,41\n".formatted(refreshes.emailOf(yan)), StandardCharsets.UTF_8);
        var none = send(file.address(), Map.of("column", List.of("LEAVE_OUT", "MINUTES"), "kind", List.of("LIVE")));
        assertThat(none).hasStatus(422);
        assertThat(read(none).select("#column-error").text()).startsWith("No column is taken as e-mail");
        var twice = send(file.address(), Map.of("column", List.of("EMAIL", "EMAIL"), "kind", List.of("LIVE")));
        assertThat(read(twice).select("#column-error").text()).isEqualTo("Only one column can be the e-mail.");
        var other = send(file.address(), Map.of("column", List.of("EMAIL"), "kind", List.of("LIVE")));
        assertThat(other).hasStatus(422);
        run(send(file.address(), Map.of("column", List.of("EMAIL", "MINUTES"), "kind", List.of("LIVE"))));
        run(send(file.address() + "/refreshes", Map.of()));
        assertThat(minutes(yan)).isEqualTo(41);
    }

    @Test
    void aProgramWithAProviderTakesNoFiles() {
        webinars.choose(program, "simulator");
        var answer =
                upload(SignedIn.manager(), "report.csv", "Email\nana@example.org\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(422);
        assertThat(read(answer).select("#upload-report")).isEmpty();
        assertThat(read(answer).select("#has-provider").text()).contains("This program has a webinar provider");
    }

    @Test
    void whatNobodyCameBackForIsForgottenAfterADay() {
        var file = uploaded("late.csv", "Email\n%s\n".formatted(refreshes.emailOf(yan)), StandardCharsets.UTF_8);
        clock.set(clock.instant().plus(Duration.ofHours(23)));
        reports.sweep();
        assertThat(files.find(file.id())).isPresent();
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        reports.sweep();
        assertThat(files.find(file.id())).isEmpty();
        assertThat(onDisk(file)).isFalse();
    }

    @Test
    void aLongReportIsReadInPartsAndPages() {
        var text = new StringBuilder("Email,Join Time,Leave Time\n");
        for (int n = 0; n < CsvReports.PART + 5; n++) {
            text.append("guest%d@example.org,2026-05-01 10:00,2026-05-01 10:0%d\n".formatted(n % 1500, 1 + n % 2));
        }
        text.append("%s,2026-05-01 10:00,2026-05-01 10:30\n".formatted(refreshes.emailOf(yan)));
        var file = uploaded("long.csv", text.toString(), StandardCharsets.UTF_8);
        var fields = fieldsOf(page(file.address()));
        run(send(file.address(), fields));
        var done = page(run(send(file.address() + "/refreshes", Map.of())));
        assertThat(done.select("#read").text()).contains("1,501");
        assertThat(minutes(yan)).isEqualTo(30);
    }

    @Test
    void partsThatFollowEachOtherAreThoseThatAreReadAlone() {
        var text = new StringBuilder("Email,Join Time,Leave Time\n");
        for (int n = 0; n < 7; n++) {
            text.append("guest%d@example.org,2026-05-01 10:00,2026-05-01 10:30\n".formatted(n));
        }
        var file = uploaded("parts.csv", text.toString(), StandardCharsets.UTF_8);
        var other = uploaded("other.csv", text.toString(), StandardCharsets.UTF_8);
        var alone = LongStream.of(0, 3, 6).mapToObj(from -> alone(file, from)).toList();

        var inARow = LongStream.of(0, 3, 6)
                .mapToObj(from -> rows.part(file, from, 3))
                .toList();
        var inTurns = LongStream.of(0, 3, 6)
                .mapToObj(from -> {
                    rows.part(other, from, 3);
                    return rows.part(file, from, 3);
                })
                .toList();

        assertThat(inARow).isEqualTo(alone).isEqualTo(inTurns);
        assertThat(alone).extracting(ReportRows.Part::lineBefore).containsExactly(0L, 4L, 7L);
        assertThat(alone).extracting(ReportRows.Part::last).containsExactly(false, false, true);
    }

    private ReportRows.Part alone(ReportFile file, long from) {
        rows.letGo(file.id());
        return rows.part(file, from, 3);
    }

    private String bring(ReportFile file) {
        run(send(file.address(), fieldsOf(page(file.address()))));
        return run(send(file.address() + "/refreshes", Map.of()));
    }

    private ReportFile uploaded(String name, String text, Charset charset) {
        var mine = text.replace("yan@example.com", refreshes.emailOf(yan))
                .replace("nora@example.com", refreshes.emailOf(nora))
                .replace("bo@example.com", refreshes.emailOf(bo));
        var answer = upload(SignedIn.manager(), name, mine.getBytes(charset));
        assertThat(answer).as(() -> read(answer).select(".invalid").text()).hasStatus(303);
        var id = Long.parseLong(
                Objects.requireNonNull(answer.getResponse().getRedirectedUrl()).replaceAll(".*/", ""));
        return files.find(id).orElseThrow();
    }

    private MvcTestResult upload(RequestPostProcessor who, String name, byte[] bytes) {
        return mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", bytes))
                .with(csrf())
                .with(who)
                .exchange();
    }

    private MvcTestResult send(String where, Map<String, List<String>> fields) {
        var request = mvc.post().uri(where).with(csrf()).with(SignedIn.manager());
        fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request.exchange();
    }

    /** What the form would send as it stands. */
    private static Map<String, List<String>> fieldsOf(Document page) {
        var fields = new java.util.TreeMap<String, List<String>>();
        for (var value : ((org.jsoup.nodes.FormElement) page.expectFirst("form#report")).formData()) {
            fields.computeIfAbsent(value.key(), key -> new ArrayList<>()).add(value.value());
        }
        if (fields.containsKey("dayOrder")) {
            fields.put("dayOrder", List.of("MONTH_FIRST"));
        }
        return fields;
    }

    /** Runs the refresh to which an answer leads to its end, and answers its page. */
    private String run(MvcTestResult answer) {
        assertThat(answer).as(() -> read(answer).select("main").text()).hasStatus(303);
        var page = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        var job = jdbc.sql("select job_id from refresh where id = :id")
                .param("id", Long.parseLong(page.replaceAll(".*/", "")))
                .query(Long.class)
                .single();
        org.awaitility.Awaitility.await().pollInSameThread().until(() -> runner.run(job));
        return page;
    }

    private Document page(String where) {
        return read(mvc.get().uri(where).with(SignedIn.manager()).exchange());
    }

    private static Document read(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private int minutes(long member) {
        return jdbc.sql("select coalesce(live_minutes, 0) from member where id = :id")
                .param("id", member)
                .query(Integer.class)
                .single();
    }

    private List<String> unmatched() {
        return jdbc.sql("select name || ' ' || live_seconds from unmatched_attendee where program_id = :program"
                        + " order by name")
                .param("program", program.key())
                .query(String.class)
                .list();
    }

    private boolean onDisk(ReportFile file) {
        return Files.exists(data.resolve("uploads").resolve(file.table().storedName()));
    }

    private long filesOnDisk() {
        var folder = data.resolve("uploads");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var all = Files.list(folder)) {
            return all.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Charset charset(String encoding) {
        return encoding.startsWith("UTF-16") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static String text(String name) {
        try (var in = Objects.requireNonNull(ReportTests.class.getResourceAsStream("/csv/" + name))) {
            var bytes = in.readAllBytes();
            return new String(bytes, bytes[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
