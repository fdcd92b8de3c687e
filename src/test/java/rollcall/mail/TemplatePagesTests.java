package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;

abstract class TemplatePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MembersFixture fixture;

    @Autowired
    MailFixture mail;

    @Autowired
    TemplateRows rows;

    @Autowired
    JdbcClient jdbc;

    Program program;
    String list;
    long template;
    String editor;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        list = "/programs/%d/templates".formatted(program.key());
        template = mail.template(program.key());
        editor = list + "/" + template;
    }

    private MvcTestResult get(RequestPostProcessor who, String address) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private Document page(String address) {
        var answer = get(SignedIn.manager(), address);
        assertThat(answer).hasStatusOk();
        return read(answer);
    }

    private static Document read(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult send(RequestPostProcessor who, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(who);
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult send(String address, Map<String, String> fields) {
        return send(SignedIn.manager(), address, fields);
    }

    /** What the editor sends when nothing is typed into it. */
    private Map<String, String> typed(String... changes) {
        var form = page(editor).expectFirst("form.mail-form");
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden], input[type=text], input:not([type])")
                .not("[name=_csrf], [name=language]")
                .forEach(one -> fields.put(one.attr("name"), one.val()));
        form.select("textarea").forEach(one -> fields.put(one.attr("name"), one.wholeText()));
        form.select("input[checked]").forEach(one -> fields.put(one.attr("name"), one.val()));
        fields.put(
                "defaultLanguage",
                form.select("#defaultLanguage option[selected]").val());
        fields.put("language", "en");
        for (int n = 0; n < changes.length; n += 2) {
            fields.put(changes[n], changes[n + 1]);
        }
        return fields;
    }

    @Test
    void whatTheEditorShowsIsWhatItStores() {
        var before = rows.texts(template, 1);
        assertThat(send(editor, typed())).hasStatus(303).hasRedirectedUrl(editor);
        assertThat(rows.find(template).orElseThrow().version()).isEqualTo(2);
        assertThat(rows.texts(template, 2)).isEqualTo(before);
    }

    @Test
    void theListNamesProblemsAndCostsTheSameForManyTemplates() {
        jdbc.sql("update mail_template_text set html = '<p>{{person.nickname}}</p>' where template_id = :id")
                .param("id", template)
                .update(); // as an older version may have allowed it
        var lines = page(list).select("#own-templates tbody tr");
        var mine = lines.select("[data-template-id=%d]".formatted(template));
        assertThat(mine.select(".label").text()).isEqualTo("1 problem");
        assertThat(lines.select("th a").eachText()).contains("Confirmation", "Invitation", "Mine");
        assertThat(mine.select("td a")).as("sent by nothing").isEmpty();
        assertThat(lines.select("tr:contains(Reminder an hour before) td a").attr("href"))
                .startsWith("/programs/%d/campaigns/".formatted(program.key()));

        var before = Queries.of(() -> page(list)).size();
        mail.template(program.key());
        mail.template(program.key());
        assertThat(Queries.of(() -> page(list))).hasSize(before);
    }

    @Test
    void somethingUnreadableComesBackWithAllThatWasTyped() {
        var html = "<p>Hello</p>\n\n<p>{{person.nickname}}</p>";
        var answer = send(editor, typed("html-en", html, "name", "Another name"));
        assertThat(answer).hasStatus(422);
        var page = read(answer);
        assertThat(page.select("#error-summary a").text())
                .isEqualTo("Text (HTML) (English), line 3: there is no token {{person.nickname}}."
                        + " Copy one from the list.");
        assertThat(page.select("#error-summary a").attr("href")).isEqualTo("#html-en");
        assertThat(page.expectFirst("#html-en").wholeText().strip()).isEqualTo(html);
        assertThat(page.select("#name").val()).isEqualTo("Another name");
        assertThat(rows.find(template).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatMailsDoNotHaveIsLeftOutAndSaid() {
        assertThat(send(editor, typed("html-en", "<script>alert(1)</script><p onclick=\"x()\">Hi</p>")))
                .hasStatus(303);
        assertThat(page(editor).select("#warnings li").eachText())
                .containsExactly("Text (HTML) (English), line 1: <script> is left out of the mail.");
        var body = read(get(SignedIn.manager(), editor + "/preview"));
        assertThat(body.select("script, [onclick]")).isEmpty();
        assertThat(body.text()).contains("Hi").doesNotContain("alert");
    }

    @Test
    void whoeverIsOvertakenSeesTheirsAndOnesOwn() {
        var mine = typed("subject-en", "Mine");
        send(editor, typed("subject-en", "Theirs"));
        var answer = send(editor, mine);
        assertThat(answer).hasStatus(409);
        var page = read(answer);
        assertThat(page.select("table.stale tbody tr td").eachText()).containsExactly("Theirs", "Mine");
        assertThat(rows.texts(template, 2)).extracting(TemplateText::subject).containsExactly("Theirs");

        var again = new LinkedHashMap<String, String>();
        page.select("form textarea[hidden]").forEach(one -> again.put(one.attr("name"), one.wholeText()));
        page.select(".card-foot input:not([name=_csrf])").forEach(one -> again.put(one.attr("name"), one.val()));
        assertThat(send(editor, again)).hasStatus(303);
        assertThat(rows.texts(template, 3)).extracting(TemplateText::subject).containsExactly("Mine");
    }

    @Test
    void anOlderVersionIsSaidAgain() {
        send(editor, typed("subject-en", "Second"));
        assertThat(send(editor + "/versions", Map.of("version", "1", "seen", "2")))
                .hasStatus(303);
        assertThat(rows.texts(template, 3)).isEqualTo(rows.texts(template, 1));
        assertThat(rows.texts(template, 2)).extracting(TemplateText::subject).containsExactly("Second");
        assertThat(send(editor + "/versions", Map.of("version", "1", "seen", "2")))
                .hasStatus(409);
        assertThat(send(editor + "/versions", Map.of("version", "9", "seen", "3")))
                .hasStatus(404);
    }

    @Test
    void aFurtherLanguageIsAddedBeforeAnythingIsStored() {
        var answer = send(editor, typed("add", "true", "further", "de", "subject-en", "Half done {{"));
        assertThat(answer).hasStatusOk();
        var page = read(answer);
        assertThat(page.select("fieldset[data-language]").eachAttr("data-language"))
                .containsExactly("en", "de");
        assertThat(page.select("#subject-en").val()).isEqualTo("Half done {{");
        assertThat(rows.find(template).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void thePreviewIsADocumentInWhichNothingRuns() {
        var member = fixture.member(program, StatusCode.REGISTERED);
        var answer = get(SignedIn.manager(), editor + "/preview?member=" + member + "&look=dark");
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).isEqualTo(ForeignHtml.POLICY);
        assertThat(read(answer).text()).contains("First0");
        assertThat(read(answer).html()).contains("@media all");
        assertThat(page(editor + "?member=" + member).expectFirst("iframe").attr("sandbox"))
                .isEmpty();
    }

    @Test
    void whatIsTypedIsShownBeforeItIsStored() {
        var shown = send(editor + "/preview", typed("html-en", "<p>Not stored</p>", "show", "en"));
        assertThat(read(shown).text()).contains("Not stored");
        var wrong = send(editor + "/preview", typed("html-en", "<p>{{nobody}}</p>", "show", "en"));
        assertThat(wrong.getResponse().getHeader("Content-Security-Policy")).isEqualTo(ForeignHtml.POLICY);
        assertThat(read(wrong).text()).contains("there is no token {{nobody}}");
        assertThat(rows.find(template).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void somebodyWithoutAWayInIsNamedInsteadOfShown() {
        send(editor, typed("html-en", "<p><a href=\"{{member.webinarUrl}}\">In</a></p>"));
        var member = fixture.member(program, StatusCode.INVITED);
        assertThat(page(editor + "?member=" + member)
                        .select(".mail-side .invalid")
                        .text())
                .isEqualTo("{{member.webinarUrl}} comes to nothing for this recipient.");
    }

    @Test
    void membersOfOtherProgramsAreNobodyHere() {
        var stranger = fixture.member(fixture.program(null), StatusCode.REGISTERED);
        assertThat(page(editor + "?member=" + stranger).select(".mail-side").text())
                .contains("ada@example.org");
        send(editor + "/test-letters", Map.of("member", Long.toString(stranger)));
        assertThat(trial()).isNull();
    }

    @Test
    void aTestLetterGoesToWhoeverAsks() {
        var member = fixture.member(program, StatusCode.REGISTERED);
        assertThat(send(editor + "/test-letters", Map.of("member", Long.toString(member))))
                .hasStatus(303);
        assertThat(trial()).isEqualTo(member);
    }

    /** As whom the latest test letter is read. */
    private Long trial() {
        return jdbc.sql("""
            select member_id from letter where template_id = :template and account_key like 'account:%'
            order by id desc fetch first 1 row only\
            """)
                .param("template", template)
                .query((row, n) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
    }

    /** What the audit says of the program's templates, the oldest first. */
    private List<String> audited() {
        return jdbc.sql("select kind from audit_entry where kind like 'TEMPLATE%' and details like :program order by"
                        + " id")
                .param("program", "%\"program\":" + list.replaceAll("\\D+", "") + ",%")
                .query(String.class)
                .list();
    }

    @Test
    void whatIsPutAwayCannotBeSentAndComesBack() {
        assertThat(send(editor + "/archive", Map.of())).hasStatus(303).hasRedirectedUrl(list);
        assertThat(page(list).select("[data-template-id=%d]".formatted(template)))
                .isEmpty();
        assertThat(send(editor + "/restore", Map.of())).hasStatus(303);
        assertThat(audited()).containsExactly("TEMPLATE_ARCHIVED", "TEMPLATE_RESTORED");
        assertThat(page(list).select("[data-template-id=%d]".formatted(template)))
                .hasSize(1);
    }

    @Test
    void aSharedOneIsCopiedIntoAProgramButNotChangedThere() {
        var shared = mail.shared();
        assertThat(get(SignedIn.manager(), list + "/" + shared)).hasStatus(404);
        assertThat(get(SignedIn.manager(), "/admin/templates/" + shared)).hasStatus(403);
        assertThat(get(SignedIn.administrator(), "/admin/templates/" + shared)).hasStatusOk();
        assertThat(get(SignedIn.administrator(), "/admin/templates/" + template))
                .hasStatus(404);

        assertThat(send(list + "/copies", Map.of("template", Long.toString(shared))))
                .hasStatus(303);
        assertThat(page(list).select("#own-templates th a").eachText()).contains("Copy of Shared");
        var elsewhere = mail.template(fixture.program(null).key());
        assertThat(send(list + "/copies", Map.of("template", Long.toString(elsewhere))))
                .hasStatus(404);
    }

    @Test
    void aNewOneIsWrittenInOneLanguage() {
        var fields = Map.of(
                "name",
                "News",
                "purpose",
                "MARKETING",
                "defaultLanguage",
                "sv",
                "language",
                "sv",
                "subject-sv",
                "Nytt",
                "html-sv",
                "<p>Hej</p>");
        assertThat(page(list + "/new").select("fieldset[data-language]")).hasSize(2);
        assertThat(send(list, fields)).hasStatus(303);
        var made = rows.of(program.key(), false).stream()
                .filter(one -> one.name().equals("News"))
                .findFirst()
                .orElseThrow();
        assertThat(made.purpose()).isEqualTo(Purpose.MARKETING);
        assertThat(rows.texts(made.id(), 1)).containsExactly(new TemplateText("sv", "Nytt", "<p>Hej</p>", ""));

        assertThat(send(list, Map.of("name", "", "defaultLanguage", "en", "language", "en")))
                .hasStatus(422);
    }
}
