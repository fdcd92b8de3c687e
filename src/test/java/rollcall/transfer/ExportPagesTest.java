package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.OnH2;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

@OnH2
class ExportPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private String list;

    @BeforeEach
    void begin() {
        program = members.program(null);
        list = "/programs/" + program.key() + "/members";
    }

    @Test
    void theExportIsAFileOfWhatThePageShowsAndIsAudited() throws UnsupportedEncodingException {
        members.members(program, 2, StatusCode.INVITED);
        members.member(program, StatusCode.ATTENDED);

        var answer = get("/programs/" + program.key() + "/members.csv?status=INVITED&sort=email", SignedIn.viewer());

        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Spring%20launch%20%E2%80%93%20members.csv");
        var lines = answer.getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("\"Invited\"");
        assertThat(jdbc.sql("select details from audit_entry where kind = 'MEMBERS_EXPORTED' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"program\":" + program.key(), "\"rows\":2", "INVITED");
        assertThat(get("/programs/" + program.key() + "/members.csv?sort=name;drop", SignedIn.viewer()))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get(
                        "/programs/" + program.key() + "/members.csv",
                        SignedIn.viewerOf(members.program(null).key())))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theExportIsAWorkbookAsWellAndTakesAlongWhatWasChosen(@TempDir Path folder) throws IOException {
        members.members(program, 2, StatusCode.INVITED);
        var list = "/programs/" + program.key() + "/members";

        var book = get(list + ".xlsx?sort=email&column=STATUS&column=EMAIL", SignedIn.viewer());

        assertThat(book)
                .hasStatusOk()
                .hasHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(book.getResponse().getHeader("Content-Disposition")).contains("members.xlsx");
        var file =
                Files.write(folder.resolve("members.xlsx"), book.getResponse().getContentAsByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).contains("E-mail").contains("Invited").doesNotContain("First name");
            assertThat(sheet.split("<row")).hasSize(4);
        }
        assertThat(get(list + ".csv?column=STATUS", SignedIn.viewer())
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines())
                .containsExactly("\uFEFF\"Status\"", "\"Invited\"", "\"Invited\"");
    }

    @Test
    void whatGoesIntoAFileIsChosenOnAPageThatCarriesTheFilter() {
        members.members(program, 2, StatusCode.INVITED);
        members.member(program, StatusCode.ATTENDED);
        var form = page(get(
                        "/programs/" + program.key() + "/members/export?status=INVITED&q=Ex ample", SignedIn.viewer()))
                .expectFirst("#export");
        assertThat(form.attr("method"))
                .as("what was searched for stands in no address")
                .isEqualTo("post");
        assertThat(form.select("input[type=hidden]:not([name=_csrf], [name=requestId])"))
                .extracting(field -> field.attr("name") + "=" + field.val())
                .containsExactly("status=INVITED", "q=Ex ample");
        assertThat(form.select("input[name=column]").eachAttr("value")).isEqualTo(Chosen.COLUMNS);
        assertThat(form.expectFirst("#as-xlsx").attr("formaction"))
                .isEqualTo("/programs/" + program.key() + "/members.xlsx");
        assertThat(form.select("#too-many")).isEmpty();
    }

    @Test
    void aListThatIsTooLongIsOnlyPreparedInTheBackground() {
        members.members(program, 1_001, StatusCode.INVITED);

        for (var file : List.of(".csv", ".xlsx")) {
            var answer = get(list + file + "?status=INVITED", SignedIn.viewer());
            assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
            assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo(list + "/export?status=INVITED");
        }
        var page = page(get(list + "/export?status=INVITED", SignedIn.viewer()));
        assertThat(page.expectFirst("#too-many").text())
                .isEqualTo("A list of more than 1,000 members is prepared in the background.");
        assertThat(page.select("#as-csv, #as-xlsx")).isEmpty();
        assertThat(page.select("#prepare-csv, #prepare-xlsx")).hasSize(2);
    }

    @Test
    void aFileIsPreparedAndFetchedAndBothAreAudited() throws UnsupportedEncodingException {
        members.members(program, 3, StatusCode.INVITED);
        members.member(program, StatusCode.ATTENDED);
        var atOnce = text(get(list + ".csv?status=INVITED&sort=email&column=EMAIL&column=STATUS", SignedIn.viewer()));

        var file =
                prepare(SignedIn.viewer(), "status", "INVITED", "sort", "email", "column", "EMAIL", "column", "STATUS");

        assertThat(audited("EXPORT_PREPARED"))
                .contains("\"program\":" + program.key(), "\"rows\":3", "\"format\":\"CSV\"", "INVITED");
        var under = get(file, SignedIn.viewer());
        assertThat(under).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(under.getResponse().getRedirectedUrl()).isEqualTo("/jobs/" + jobOf(file));
        assertThat(get(file + "/file", SignedIn.viewer())).as("not ready yet").hasStatus(HttpStatus.NOT_FOUND);

        runner.run(jobOf(file));

        var job = page(get("/jobs/" + jobOf(file), SignedIn.viewer()));
        assertThat(job.expectFirst("h1").text()).isEqualTo("Export of members to a file");
        assertThat(job.expectFirst("#job-result").attr("href")).isEqualTo(file);
        var page = page(get(file, SignedIn.viewer()));
        assertThat(page.expectFirst("#prepared").attr("data-stage")).isEqualTo("READY");
        assertThat(page.expectFirst("#prepared-what").text()).isEqualTo("3 members, CSV, 1 kB");
        var answer = get(page.expectFirst("#download").attr("href"), SignedIn.viewer());
        assertThat(answer).hasStatusOk().hasHeader("Content-Type", "text/csv;charset=UTF-8");
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("members.csv");
        assertThat(text(answer)).isEqualTo(atOnce);
        assertThat(audited("MEMBERS_EXPORTED")).contains("\"rows\":3", "\"preparedBy\":\"account:");
        assertThat(page(get(file, SignedIn.viewer()))
                        .expectFirst("#prepared-fetched")
                        .text())
                .isEqualTo("1");
    }

    @Test
    void aPreparedFileIsForWhoAskedForItAndForTheProgramsManagers() {
        members.member(program, StatusCode.INVITED);
        var file = prepare(SignedIn.viewerOf(program.key()));
        runner.run(jobOf(file));

        for (var address : List.of(file, file + "/file")) {
            assertThat(get(address, SignedIn.viewerOf(program.key()))).hasStatusOk();
            assertThat(get(address, SignedIn.managerOf(program.key()))).hasStatusOk();
            assertThat(get(address, SignedIn.viewer())).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(address, SignedIn.approverOf(program.key()))).hasStatus(HttpStatus.NOT_FOUND);
            var other = members.program(null);
            var elsewhere = address.replace("/" + program.key() + "/", "/" + other.key() + "/");
            assertThat(get(elsewhere, SignedIn.manager())).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(page(get("/jobs/" + jobOf(file), SignedIn.viewer())).select("#job-result"))
                .as("leads nowhere for others")
                .isEmpty();
    }

    @Test
    void anExpiredFileSaysSoAndIsNotHandedOut() {
        var file = prepare(SignedIn.manager());
        runner.run(jobOf(file));

        clock.set(clock.instant().plus(Duration.ofHours(24)));

        var page = page(get(file, SignedIn.manager()));
        assertThat(page.expectFirst("#prepared").attr("data-stage")).isEqualTo("EXPIRED");
        assertThat(page.expectFirst("#prepared").text()).contains("The file is not here any more");
        assertThat(page.select("#download")).isEmpty();
        assertThat(get(file + "/file", SignedIn.manager())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFileThatWasStoppedSaysThatNothingIsLeftOfIt() {
        var file = prepare(SignedIn.viewer(), "format", "XLSX");
        jobs.cancel(jobOf(file));
        runner.run(jobOf(file));

        var page = page(get(file, SignedIn.viewer()));
        assertThat(page.expectFirst("#prepared").attr("data-stage")).isEqualTo("NOT_MADE");
        assertThat(page.expectFirst("#prepared").text())
                .contains("No file was made", "Nothing of the file was kept.", "Prepare another file");
        assertThat(page(get("/jobs/" + jobOf(file), SignedIn.viewer()))
                        .expectFirst("#job")
                        .text())
                .contains("Nothing of the file was kept.")
                .doesNotContain("stays done");
    }

    @Test
    void pressingTwiceIsOneFile() {
        var request = UUID.randomUUID().toString();
        assertThat(prepare(SignedIn.viewer(), "requestId", request))
                .isEqualTo(prepare(SignedIn.viewer(), "requestId", request));
        assertThat(post("/programs/" + program.key() + "/exports", SignedIn.viewer(), "requestId", "none"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post("/programs/" + program.key() + "/exports", SignedIn.viewer(), "format", "PDF"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void whoseFileIsStillBeingWrittenIsLedThereAndToldSo() {
        var file = prepare(SignedIn.viewer());

        var answer = post("/programs/" + program.key() + "/exports", SignedIn.viewer(), "q", "ada");

        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/jobs/" + jobOf(file));
        assertThat(answer)
                .flash()
                .extractingByKey("problem")
                .extracting("message")
                .isEqualTo("transfer.prepared.one-at-a-time");
    }

    @Test
    void whoWasTickedIsExportedWithTheColumnsThatWereChosen() throws UnsupportedEncodingException {
        var first = members.member(program, StatusCode.INVITED);
        var other = members.member(program, StatusCode.INVITED);
        var third = members.member(program, StatusCode.ATTENDED);
        var foreign = members.member(members.program(null), StatusCode.INVITED);
        var table = page(get(list, SignedIn.manager()));
        assertThat(table.expectFirst("#bulk-export").attr("formaction")).isEqualTo(list + "/export");
        assertThat(table.expectFirst("#bulk").attr("method")).isEqualTo("post");

        var form = page(post(
                        list + "/export",
                        SignedIn.manager(),
                        "memberId",
                        "" + third,
                        "memberId",
                        "" + first,
                        "memberId",
                        "" + foreign,
                        "status",
                        "",
                        "filter",
                        "q=somebody"))
                .expectFirst("#export");

        assertThat(form.select("input[name=memberId]").eachAttr("value"))
                .containsExactly("" + third, "" + first, "" + foreign);
        assertThat(form.expectFirst(".lead").text()).isEqualTo("The 3 members you ticked.");
        assertThat(form.select("#background")).isEmpty();
        var file = post(
                form.attr("action"),
                SignedIn.manager(),
                "memberId",
                "" + third,
                "memberId",
                "" + first,
                "memberId",
                "" + foreign,
                "column",
                "STATUS");
        assertThat(file).hasStatusOk();
        assertThat(text(file).lines()).containsExactly("\uFEFF\"Status\"", "\"Attended\"", "\"Invited\"");
        assertThat(other).isNotEqualTo(first);
        assertThat(audited("MEMBERS_EXPORTED")).contains("\"ticked\":true");
        assertThat(post(form.expectFirst("#as-xlsx").attr("formaction"), SignedIn.manager(), "memberId", "" + first))
                .hasStatusOk()
                .hasHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void withNobodyTickedTheListSaysWhatToDo() {
        var answer = post(list + "/export", SignedIn.manager(), "status", "", "filter", "status=INVITED");

        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo(list + "?status=INVITED");
    }

    private String prepare(RequestPostProcessor who, String... fields) {
        var answer = post("/programs/" + program.key() + "/exports", who, fields);
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private long jobOf(String file) {
        return jdbc.sql("select job_id from member_export where id = :id")
                .param("id", Long.parseLong(file.replaceAll(".*/", "")))
                .query(Long.class)
                .single();
    }

    private String audited(String kind) {
        return jdbc.sql("select details from audit_entry where kind = :kind order by id desc limit 1")
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private MvcTestResult post(String address, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(who);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(text(answer));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
