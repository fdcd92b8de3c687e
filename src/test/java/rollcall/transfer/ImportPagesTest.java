package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.job.JobRunner;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.OnH2;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;

@OnH2
class ImportPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture members;

    @Autowired
    private ImportsFixture fixture;

    @Autowired
    private JobRunner runner;

    @Autowired
    private ImportReads reads;

    @Autowired
    private Uploads uploads;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private String imports;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void begin() {
        program = members.program(null);
        imports = "/programs/" + program.key() + "/imports";
    }

    @Test
    void thePageOfAProgramWithoutImportsSaysWhatToDoAndHowMuchIsTaken() {
        var page = page(get(imports));

        assertThat(page.title()).isEqualTo("Import members – Spring launch – Rollcall");
        assertThat(page.select("#file-hint").text())
                .contains("50 MB, 1,000,000 rows, 100 columns and 10,000 characters");
        assertThat(page.select(".empty-state h2").text()).isEqualTo("Nothing imported yet");
    }

    @Test
    void moreImportsNeedNoMoreQueries() {
        fixture.run(program, "email\none-%s@example.org\n".formatted(mark));
        page(get(imports));
        var one = Queries.of(() -> page(get(imports)));
        fixture.check(program, "email\ntwo-%s@example.org\n".formatted(mark));
        fixture.upload(program, "email\nthree-%s@example.org\n".formatted(mark));
        var three = Queries.of(() ->
                assertThat(page(get(imports)).select("#imports-table tbody tr")).hasSize(3));
        assertThat(three).hasSameSizeAs(one).isNotEmpty();
    }

    @Test
    void fromTheFileToTheResult() throws UnsupportedEncodingException {
        var mapping = upload("email,first name,note\nnew-%1$s@example.org,Nora,x\nnobody,Bo,\n".formatted(mark));
        var form = page(get(mapping));
        assertThat(form.select("table.columns tbody th").eachText()).containsExactly("email", "first name", "note");
        assertThat(form.select("select[name=target] option[selected]").eachText())
                .containsExactly("E-mail", "First name", "Keep as answer");
        assertThat(form.select("#encoding option[selected], #delimiter option[selected]")
                        .eachText())
                .containsExactly("UTF-8", "comma ,");
        assertThat(form.select("#headerLine").val()).isEqualTo("1");

        var checked = submit(mapping, "EMAIL", "FIRST_NAME", "ANSWER");
        assertThat(checked).hasStatus(HttpStatus.SEE_OTHER);
        var dryRun = page(get(checked.getResponse().getRedirectedUrl()));
        assertThat(dryRun.title()).isEqualTo("guests.csv – Import members – Spring launch – Rollcall");
        assertThat(dryRun.select("#totals dd.num").eachText()).containsExactly("1", "1", "0", "0");
        assertThat(dryRun.select("#sum").text()).isEqualTo("2 rows = 1 created + 0 updated + 0 unchanged + 1 refused");
        assertThat(dryRun.select("#import-rows tbody tr").eachText())
                .containsExactly("3 nobody Bo “nobody” is not an e-mail address.");
        assertThat(dryRun.select("#confirm").text()).isEqualTo("Import 1 member");
        assertThat(members.counted(program)).isEmpty();

        var show = checked.getResponse().getRedirectedUrl();
        var confirmed = post(show + "/confirmation");
        assertThat(confirmed).hasStatus(HttpStatus.SEE_OTHER);
        var job = confirmed.getResponse().getRedirectedUrl();
        assertThat(job).matches("/jobs/\\d+");
        assertThat(post(show + "/confirmation")).hasRedirectedUrl(job);
        assertThat(get(show)).hasRedirectedUrl(job);
        runner.run(Long.parseLong(job.substring("/jobs/".length())));
        assertThat(page(mvc.get().uri(job).with(SignedIn.viewer()).exchange()).select("#job-result"))
                .as("a way that a viewer may not go")
                .isEmpty();

        var result = page(get(show));
        assertThat(result.select("h1").text()).isEqualTo("What the import did");
        assertThat(result.select("#sum").text()).isEqualTo("2 rows = 1 created + 0 updated + 0 unchanged + 1 refused");
        assertThat(members.counted(program)).isEqualTo(Map.of("INVITED", 1L));
        var correction =
                "/programs/%d/status-changes%s/correction".formatted(program.key(), job.replace("jobs", "job"));
        assertThat(result.expectFirst("#correct").attr("href")).isEqualTo(correction);
        assertThat(get(correction)).hasStatusOk();
        assertThat(get(mapping)).hasRedirectedUrl(show);
        assertThat(page(get(imports)).select("#imports-table tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("guests.csv")
                .endsWith("Imported 1 0 0 1");

        var refused = get(show + "/refused.csv");
        assertThat(refused)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(refused.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''guests%20%E2%80%93%20refused%20rows.csv");
        assertThat(refused.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"email\",\"first name\",\"note\",\"Rollcall: line\",\"Rollcall: reason\"\r\n"
                        + "\"nobody\",\"Bo\",\"\",\"3\",\"“nobody” is not an e-mail address.\"\r\n");

        assertThat(jdbc.sql("select details from audit_entry where kind = 'REFUSED_EXPORTED'")
                        .query(String.class)
                        .list())
                .as("noted in the audit")
                .filteredOn(one -> one.matches(".*\"program\":%d\\b.*".formatted(program.key())))
                .singleElement()
                .asString()
                .contains("\"rows\":1");

        var again = upload(refused.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page(get(again))
                        .select("select[name=target] option[selected]")
                        .eachText())
                .as("the mapping is known again")
                .containsExactly("E-mail", "First name", "Keep as answer", "Leave out", "Leave out");
    }

    @Test
    void whoMapsAColumnOfStatusesReadsWhichWordsAndCodesItMayUse() {
        var mapping = upload("email,status\ncode-%s@example.org,ATTENDED_ON_DEMAND\n".formatted(mark));

        var page = page(get(mapping));
        assertThat(page.select("#status-words dt").eachText()).contains("Registered", "Attended On-demand");
        assertThat(page.select("#status-words dd").eachText()).contains("REGISTERED", "ATTENDED_ON_DEMAND");
        assertThat(page.select("#status-words").text()).contains("in English or Swedish and by its code");
        assertThat(page.select("#status-hint").text()).endsWith("or by its code.");
        assertThat(page(get(mapping, "sv")).select("#status-words dt").eachText())
                .contains("Deltog i efterhand");
    }

    /** The row with an unquoted comma, the row that cannot be read, and the row that ends early. */
    @Test
    void refusedRowsKeepLineAndReasonInTheirPlacesAndComeBackOnceRepaired() {
        var text = """
            email,company,status
            wide-%1$s@example.org,Acme, Inc.,Invited,
            short-%1$s
            fine-%1$s@example.org,Acme,Invited
            """.formatted(mark);
        var done = fixture.run(program, text);
        assertThat(done.done()).isEqualTo(new Totals(1, 0, 0, 2));

        var refused = refused(done);

        assertThat(refused).isEqualTo("""
            "email","company","status","Rollcall: line","Rollcall: reason","Rollcall: further cells"
            "wide-%1$s@example.org","Acme"," Inc.","2","The row has more cells than there are columns. In the file of \
            refused rows they stand in the last column: move them where they belong and empty it.","Invited"
            "short-%1$s","","","3","“short-%1$s” is not an e-mail address.",""
            """.formatted(mark));

        var still = fixture.run(program, refused);
        assertThat(still.done()).as("nothing moves by itself").isEqualTo(new Totals(0, 0, 0, 2));
        assertThat(refused(still).replaceAll(",\"[23]\",", ",\"n\","))
                .as("ours give way to ours")
                .isEqualTo(refused.replaceAll(",\"[23]\",", ",\"n\","));

        var repaired = refused.replace("\"Acme\",\" Inc.\"", "\"Acme, Inc.\",\"Invited\"")
                .replace("empty it.\",\"Invited\"", "empty it.\",\"\"")
                .replace(
                        "\"short-%s\",\"\",\"\"".formatted(mark),
                        "\"short-%s@example.org\",\"\",\"Invited\"".formatted(mark));
        assertThat(fixture.run(program, repaired).done()).isEqualTo(new Totals(2, 0, 0, 0));
        assertThat(jdbc.sql("select company from person where email like 'wide-%s%%'".formatted(mark))
                        .query(String.class)
                        .single())
                .isEqualTo("Acme, Inc.");
    }

    @Test
    void refusedRowsOfAFileWithoutHeadingsAreCalledWhatTheyWereTakenAs() {
        var done = fixture.run(
                program, "one-%1$s@example.org,Una\nnobody,Bo\n".formatted(mark), ImportsFixture.status("INVITED"));

        assertThat(refused(done)).startsWith("\"E-mail\",\"Column 2\",\"Rollcall: line\"");
    }

    private String refused(MemberImport one) {
        try {
            return get(imports + "/" + one.id() + "/refused.csv")
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .replace("\r\n", "\n");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aLargeFileIsLookedAtByAJobAndTheImportLeadsThereMeanwhile() {
        var mapping = upload(ImportsFixture.rows(1_001, mark));
        var show = mapping.replace("/mapping", "");

        var job = submit(mapping, "EMAIL", "FIRST_NAME", "LEAVE_OUT")
                .getResponse()
                .getRedirectedUrl();

        assertThat(job).matches("/jobs/\\d+");
        assertThat(page(get(job)).select("h1").text()).isEqualTo("Check of a file");
        assertThat(get(show)).hasRedirectedUrl(job);
        assertThat(get(mapping)).hasRedirectedUrl(show);
        assertThat(page(get(imports)).select("#imports-table tbody tr").text()).contains("Being checked");
        runner.run(Long.parseLong(job.substring("/jobs/".length())));
        assertThat(page(get(job)).select("#job-result").attr("href")).isEqualTo(show);
        assertThat(page(get(show)).select("#sum").text())
                .isEqualTo("1,001 rows = 1,001 created + 0 updated + 0 unchanged + 0 refused");
    }

    @Test
    void anImportWhoseFileIsGoneSaysSoInTheLanguageOfTheReader() {
        var show = submit(upload("email\nnew-%s@example.org\n".formatted(mark)), "EMAIL")
                .getResponse()
                .getRedirectedUrl();
        var job = post(show + "/confirmation").getResponse().getRedirectedUrl();
        jdbc.sql("update member_import set stored_name = 'gone' where program_id = :program")
                .param("program", program.key())
                .update();

        runner.run(Long.parseLong(job.substring("/jobs/".length())));

        assertThat(page(get(job, "sv")).select(".job-problem").text())
                .isEqualTo("Den uppladdade filen finns inte kvar. Ladda upp den igen: ingen importeras två gånger.");
        assertThat(page(get(job, "en")).select(".job-problem").text())
                .isEqualTo("The uploaded file is not there any more. Upload it again: nobody is imported twice.");
    }

    @Test
    void theRowsOfAnotherVerdictComeAsAFragment() {
        var mapping = upload("email\nnew-%s@example.org\nnobody\n".formatted(mark));
        var show = submit(mapping, "EMAIL").getResponse().getRedirectedUrl();

        var fragment = mvc.get()
                .uri(show + "?show=CREATED")
                .header("HX-Request", "true")
                .with(SignedIn.manager())
                .exchange();

        var rows = page(fragment);
        assertThat(rows.select("main")).isEmpty();
        assertThat(rows.select("#import-rows h2").text()).isEqualTo("Created rows");
        assertThat(rows.select("#import-rows tbody tr").eachText())
                .containsExactly("2 new-" + mark + "@example.org Invited");
        assertThat(page(get(show + "?show=CREATED"))
                        .select("#import-rows tbody tr")
                        .eachText())
                .as("the page shows the same")
                .isEqualTo(rows.select("#import-rows tbody tr").eachText());
    }

    @Test
    void theDryRunSaysFromWhichStatusToWhichAndWhy() {
        fixture.run(
                program,
                "email,status\nmoves-%1$s@example.org,Invited\nstays-%1$s@example.org,Attended\n".formatted(mark));
        var checked = fixture.check(program, """
            email,first name,status,status reason
            new-%1$s@example.org,Nora,Registered,by phone
            moves-%1$s@example.org,Mo,Rejected,a competitor
            stays-%1$s@example.org,,Registered,by phone
            bad-%1$s@example.org,Bo,Enrolled,by phone
            """.formatted(mark));
        var show = imports + "/" + checked.id() + "?show=";

        assertThat(rows(show + "CREATED"))
                .containsExactly("2 new-%s@example.org Nora Registered by phone".formatted(mark));
        assertThat(rows(show + "UPDATED"))
                .containsExactly("3 moves-%s@example.org Mo Invited to Rejected a competitor".formatted(mark));
        assertThat(rows(show + "UNCHANGED"))
                .as("further already, so the reason of the file is not taken")
                .containsExactly("4 stays-%s@example.org stays Attended".formatted(mark));
        assertThat(rows(show + "REFUSED"))
                .singleElement()
                .asString()
                .endsWith("“Enrolled” is not a status of this channel.");
        assertThat(page(get(show + "UPDATED", "sv"))
                        .select("#import-rows tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .endsWith("Inbjuden till Avvisad a competitor");
    }

    private List<String> rows(String address) {
        return page(get(address)).select("#import-rows tbody tr").eachText();
    }

    @Test
    void theFileIsReadInAnotherWayAsAPageAndInPlace() {
        var mapping = upload("email;name\nnew-%s@example.org;Åsa\n".formatted(mark));
        var shape = mapping.replace("/mapping", "/shape");

        var inPlace = mvc.post()
                .uri(shape)
                .with(csrf())
                .header("HX-Request", "true")
                .with(SignedIn.manager())
                .param("encoding", "WINDOWS_1252")
                .param("delimiter", "SEMICOLON")
                .param("headerLine", "")
                .exchange();

        var fragment = page(inPlace);
        assertThat(fragment.select("main")).isEmpty();
        assertThat(fragment.select("#flash").text()).isEqualTo("The file is read anew. Look at the columns below.");
        assertThat(fragment.select("table.columns tbody th").eachText()).containsExactly("Column 1", "Column 2");
        assertThat(fragment.select("table.columns tbody td").eachText()).contains("Ã…sa");

        var byPage = post(shape, "encoding", "UTF_8", "delimiter", "SEMICOLON", "headerLine", "1");

        assertThat(byPage).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(mapping);
        assertThat(page(get(mapping)).select("table.columns tbody tr").eachText())
                .allSatisfy(row -> assertThat(row).doesNotContain("Ã"));
        assertThat(page(get(mapping)).select("table.columns tbody th").eachText())
                .containsExactly("email", "name");
    }

    @Test
    void aPlanThatCannotBeCarriedOutComesBackWithWhatIsWrong() {
        var mapping = upload("email,when,status\nnew-%s@example.org,03/04/2025,Invited\n".formatted(mark));

        var answer = submit(mapping, "SINCE", "SINCE", "LEAVE_OUT");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var page = page(answer);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select("#error-summary li").eachText())
                .containsExactlyInAnyOrder(
                        "Say which column holds the e-mail address.",
                        "Status since is chosen for several columns. Keep one.");
        assertThat(page.select("select[name=target] option[selected]").eachText())
                .containsExactly("Status since", "Status since", "Leave out");

        var order = submit(mapping, "EMAIL", "SINCE", "LEAVE_OUT");
        assertThat(page(order).select("#dayOrder-error").text())
                .isEqualTo("The file has dates that could be either. Say which comes first.");

        var noStatus = post(mapping, "target", "EMAIL", "target", "LEAVE_OUT", "target", "LEAVE_OUT", "status", "");
        assertThat(page(noStatus).select("#status-error").text())
                .isEqualTo("No column is taken as the status. Choose a status for all rows.");

        var rejected =
                post(mapping, "target", "EMAIL", "target", "LEAVE_OUT", "target", "LEAVE_OUT", "status", "REJECTED");
        assertThat(page(rejected).select("#reason-error").text()).isEqualTo("Rejected needs a reason.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "email\n", "email\na@b.se,\"open\n", "\u0089PNG\r\n\u001a\n"})
    void aFileThatCannotBeReadIsRefusedWithAReasonAndLeavesNothingBehind(String text) {
        var before =
                jdbc.sql("select count(*) from member_import").query(Long.class).single();
        var bytes = text.startsWith("\u0089")
                ? text.getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);

        var answer = send(new MockMultipartFile("file", "guests.csv", "text/csv", bytes));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page(answer).select("#file-error").text())
                .isIn(
                        "The file is empty.",
                        "The file has headings but no rows.",
                        "In the row that begins in line 2, a quotation mark is not closed.",
                        "This is not a CSV file. If it is a workbook, save it as CSV first.");
        assertThat(jdbc.sql("select count(*) from member_import")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void aFileOfBlankLinesIsEmpty() {
        var answer = send(
                new MockMultipartFile("file", "guests.csv", "text/csv", "\n\n  \n".getBytes(StandardCharsets.UTF_8)));

        assertThat(page(answer).select("#file-error").text()).isEqualTo("The file is empty.");
    }

    @Test
    void oneRowIsARow() {
        var done = post(upload("email\nada@example.org\n"), "target", "EMAIL", "status", "INVITED");
        var checked = Objects.requireNonNull(done.getResponse().getRedirectedUrl());

        assertThat(page(get(checked)).select("#sum").text()).startsWith("1 row = 1 created");
    }

    @Test
    void withoutAFileTheFormAsksForOne() {
        var answer = send(new MockMultipartFile("file", "", "application/octet-stream", new byte[0]));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page(answer).select("#file-error").text()).isEqualTo("Choose a file.");
    }

    @Test
    void whatAFileSaysIsTextAndNothingElse() {
        var evil = "\"\"><img src=x onerror=alert(1)>${7*7}[[${7*7}]]";
        var mapping = upload("email,\"" + evil + "\"\nnobody,\"" + evil + "\"\n");

        var page = page(get(mapping));
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("table.columns tbody th").last().text()).contains("<img src=x onerror=alert(1)>${7*7}");
        var show = submit(mapping, "EMAIL", "FIRST_NAME").getResponse().getRedirectedUrl();
        assertThat(page(get(show)).select("img")).isEmpty();
        assertThat(page(get(show)).text()).doesNotContain("49");
    }

    @Test
    void aDiscardedFileIsGone() {
        var mapping = upload("email\nnew-%s@example.org\n".formatted(mark));

        assertThat(post(mapping.replace("/mapping", "/removal"))).hasRedirectedUrl(imports);
        assertThat(get(mapping)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theSampleFileIsUnderstoodInBothLanguages() {
        for (var language : List.of("en", "sv")) {
            var sample = get(imports + "/sample.csv", language);
            assertThat(sample).hasStatusOk();
            var mapping = send(new MockMultipartFile(
                            "file",
                            "sample.csv",
                            "text/csv",
                            sample.getResponse().getContentAsByteArray()))
                    .getResponse()
                    .getRedirectedUrl();
            assertThat(page(get(mapping))
                            .select("select[name=target] option[selected]")
                            .eachText())
                    .containsExactly(
                            "E-mail",
                            "First name",
                            "Last name",
                            "Company",
                            "Job title",
                            "Country",
                            "Status",
                            "Status reason");
        }
    }

    @Test
    void onlyManagersImportAndOthersDoNotLearnOfIt() {
        var mapping = upload("email\nnew-%s@example.org\n".formatted(mark));
        var other = members.program(null);

        for (var address : List.of(imports, mapping, mapping.replace("/mapping", ""), imports + "/sample.csv")) {
            assertThat(get(address, SignedIn.viewer())).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(get(address, SignedIn.approver())).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(get(address, SignedIn.managerOf(other.key()))).hasStatus(HttpStatus.NOT_FOUND);
        }
        var elsewhere = mapping.replace("/programs/" + program.key(), "/programs/" + other.key());
        assertThat(get(elsewhere)).as("an import of another program").hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anUploadThatFindsNoRoomIsToldAndLeavesNothingBehind() throws IOException {
        var before = stored();
        var full =
                new MockMultipartFile(
                        "file", "guests.csv", "text/csv", "email\na@example.org\n".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void transferTo(Path place) throws IOException {
                        Files.writeString(place, "email\n");
                        throw new IOException(place + ": No space left on device");
                    }
                };

        assertThat(send(full)).hasStatus(HttpStatus.INSUFFICIENT_STORAGE);

        assertThat(stored()).isEqualTo(before);
        assertThat(reads.recent(program.key(), 1)).isEmpty();
    }

    private List<Path> stored() throws IOException {
        try (var files = Files.list(Files.createDirectories(uploads.path("any").getParent()))) {
            return files.sorted().toList();
        }
    }

    private String upload(String text) {
        var answer = send(ImportsFixture.file(text));
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        return answer.getResponse().getRedirectedUrl();
    }

    private MvcTestResult send(MockMultipartFile file) {
        return mvc.post()
                .uri(imports)
                .multipart()
                .file(file)
                .with(csrf())
                .with(SignedIn.manager())
                .exchange();
    }

    private MvcTestResult submit(String mapping, String... targets) {
        var params = new java.util.ArrayList<String>();
        for (var target : targets) {
            params.addAll(List.of("target", target));
        }
        params.addAll(
                List.of("status", "INVITED", "known", "FILL_BLANKS", "registeredThere", "false", "dayOrder", "UNSAID"));
        return post(mapping, params.toArray(String[]::new));
    }

    private MvcTestResult post(String address, String... params) {
        var request = mvc.post().uri(address).with(csrf()).with(SignedIn.manager());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String address) {
        return get(address, SignedIn.manager());
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get()
                .uri(address)
                .with(SignedIn.manager())
                .header("Accept-Language", language)
                .exchange();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
