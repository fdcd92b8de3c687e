package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Programs;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;

abstract class AuditPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AuditTrail trail;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programs programs;

    Account ada;

    @BeforeEach
    void makeAda() {
        ada = accounts.create(
                Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "=Ada", Rights.ADMINISTRATOR));
    }

    MockMvcRequestBuilder get(String address) {
        return mvc.get().uri(URI.create(address)).with(SignedIn.as(ada));
    }

    Document page(String address) {
        return parsed(get(address));
    }

    static Document parsed(MockMvcRequestBuilder request) {
        return Jsoup.parse(body(request));
    }

    static String body(MockMvcRequestBuilder request) {
        try {
            return request.exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String ofAda(String more) {
        return "/admin/audit?who=account:" + ada.id() + more;
    }

    static List<String> rows(Document page) {
        return page.select("#audit tbody tr").stream()
                .map(row -> row.select("td").text().strip())
                .toList();
    }

    @Test
    void anEntryIsToldInWordsAndNames() {
        var eve = accounts.create(Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Eve", Rights.NONE));
        trail.note(
                ada.actor(),
                AuditKind.RIGHTS_CHANGED,
                Map.of(
                        "account",
                        eve.id(),
                        "rights",
                        Map.of("administrator", false, "everywhere", "VIEWER", "programs", Map.of())));
        trail.note(ada.actor(), AuditKind.SIGN_IN_FAILED, Map.of("tooEarly", true));

        var page = page(ofAda(""));
        assertThat(rows(page))
                .containsExactly("=Ada Sign-in failed Too early", "=Ada Roles changed User Eve All programs Viewer");
        assertThat(page.select(".audit-detail a").attr("href")).isEqualTo("/admin/users/" + eve.id());
        assertThat(page.html()).doesNotContain(eve.email());
    }

    @Test
    void whoAndWhatAnEntryIsAboutIsALink() {
        trail.note(ada.actor(), AuditKind.MERGE, Map.of("person", 12, "merged", 13));
        trail.note(ada.actor(), AuditKind.CORRECTION, Map.of("program", 4, "member", 56, "members", 1));
        trail.note(ada.actor(), AuditKind.CORRECTION, Map.of("program", 4, "correctedJob", 7, "changeSet", 8));
        trail.note(ada.actor(), AuditKind.REFRESH, Map.of("program", 4, "refresh", 9, "preview", false));

        assertThat(page(ofAda("")).select(".audit-detail a").eachAttr("href"))
                .containsExactly(
                        "/programs/4",
                        "/programs/4/refreshes/9",
                        "/programs/4/status-changes/8",
                        "/programs/4/status-changes/job/7",
                        "/programs/4",
                        "/programs/4/members/56",
                        "/programs/4",
                        "/people/13",
                        "/people/12");
    }

    @Test
    void statusesAreSaidInTheReadersLanguage() {
        trail.note(
                ada.actor(),
                AuditKind.MEMBERS_EXPORTED,
                Map.of("rows", 2, "statuses", List.of("NO_SHOW", "ATTENDED_ON_DEMAND", "vip")));

        assertThat(rows(page(ofAda(""))))
                .containsExactly("=Ada Members exported Rows 2 Statuses No Show, Attended On-demand, vip");
    }

    @Test
    void otherRoomsPublishTheirsByTypeAndAnUnknownTypeStillShows() {
        for (var type : List.of("CORRECTION", "ERASURE", "MERGE", "PERSON_EXPORT", "REFRESH", "SOMETHING_NEW")) {
            events.publishEvent(new AuditApplicationEvent(ada.actor().key(), type, Map.of("rows", 2)));
        }
        assertThat(rows(page(ofAda(""))))
                .containsExactlyInAnyOrder(
                        "=Ada Status corrected Rows 2",
                        "=Ada Person erased Rows 2",
                        "=Ada People merged Rows 2",
                        "=Ada Person exported Rows 2",
                        "=Ada Refreshed from the provider Rows 2",
                        "=Ada SOMETHING_NEW Rows 2");
    }

    @Test
    void eachKindAndGroupHasWords() {
        for (var kind : AuditKind.values()) {
            assertThat(messages.getMessage("account.audit." + kind, null, Locale.ENGLISH))
                    .isNotBlank();
            assertThat(messages.getMessage("account.audit.group." + kind.group(), null, Locale.ENGLISH))
                    .isNotBlank();
        }
    }

    @Test
    void moreEntriesNeedNoMoreQueries() {
        trail.note(ada.actor(), AuditKind.MERGE, Map.of("person", 1, "merged", 2));
        page(ofAda(""));
        var one = Queries.of(() -> page(ofAda("")));
        trail.note(ada.actor(), AuditKind.ACCOUNT_DISABLED, Map.of("account", ada.id()));
        trail.note(ada.actor(), AuditKind.CORRECTION, Map.of("program", 4, "member", 56, "members", 1));
        var three = Queries.of(() -> page(ofAda("")));
        assertThat(three).hasSameSizeAs(one).isNotEmpty();
    }

    @Test
    void theFilterStandsInTheAddress() {
        trail.note(ada.actor(), AuditKind.SIGNED_OUT, Map.of());
        trail.note(ada.actor(), AuditKind.SIGNED_IN, Map.of());

        var page = page(ofAda("&kind=SIGNED_OUT"));
        assertThat(rows(page)).containsExactly("=Ada Signed out");
        assertThat(page.select("#kind option[selected]").attr("value")).isEqualTo("SIGNED_OUT");
        assertThat(page.select("#who option[selected]").text()).isEqualTo("=Ada");
        assertThat(page.select(".audit-file a").attr("href"))
                .isEqualTo("/admin/audit.csv?kind=SIGNED_OUT&who=account%3A" + ada.id());
        assertThat(rows(page(ofAda("&to=2020-01-01")))).isEmpty();
        assertThat(page(ofAda("&to=2020-01-01")).select("main").text()).contains("No entry matches the filter.");
        assertThat(rows(page(ofAda("&from=2020-01-01&to=2999-01-01")))).hasSize(2);
        assertThat(rows(page(ofAda("&from=2999-01-01")))).isEmpty();
    }

    @Test
    void aFilterThatMeansNothingIsRefused() {
        assertThat(get("/admin/audit?kind=NONSENSE")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/admin/audit?from=yesterday")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/admin/audit?below=x")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/admin/audit.csv?kind=NONSENSE")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void pagesLeadDownAndUpAgain() {
        IntStream.rangeClosed(1, 120).forEach(i -> trail.note(ada.actor(), AuditKind.SIGNED_IN, Map.of("rows", i)));
        var seen = new ArrayList<String>();
        var first = page(ofAda("&kind=SIGNED_IN"));
        var second = page(first.select("#pager-next").attr("href"));
        var third = page(second.select("#pager-next").attr("href"));
        for (var page : List.of(first, second, third)) {
            seen.addAll(rows(page));
        }
        assertThat(seen)
                .containsExactlyElementsOf(IntStream.iterate(120, i -> i > 0, i -> i - 1)
                        .mapToObj(i -> "=Ada Signed in Rows " + i)
                        .toList());
        assertThat(first.select("#pager-previous")).isEmpty();
        assertThat(third.select("#pager-next")).isEmpty();
        assertThat(rows(page(third.select("#pager-previous").attr("href")))).isEqualTo(rows(second));
        var top = page(second.select("#pager-previous").attr("href"));
        assertThat(rows(top)).isEqualTo(rows(first));
        assertThat(top.select("#pager-previous")).isEmpty();
    }

    @Test
    void htmxGetsTheListAlone() {
        trail.note(ada.actor(), AuditKind.SIGNED_OUT, Map.of());
        var answer = get(ofAda("&kind=SIGNED_OUT&from=&to=")).header("HX-Request", "true");
        assertThat(answer).hasHeader("HX-Push-Url", "/admin/audit?kind=SIGNED_OUT&who=account%3A" + ada.id());
        var part = parsed(get(ofAda("&kind=SIGNED_OUT&from=&to=")).header("HX-Request", "true"));
        assertThat(part.select("h1")).isEmpty();
        assertThat(rows(part)).containsExactly("=Ada Signed out");
    }

    @Test
    void theFileHasWhatThePageListsAndRunsNoFormula() {
        trail.note(ada.actor(), AuditKind.SIGNED_OUT, Map.of("rows", 1));
        trail.note(ada.actor(), AuditKind.SIGNED_IN, Map.of());
        var request = get("/admin/audit.csv?kind=SIGNED_OUT&who=account:" + ada.id());
        assertThat(request)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        values -> assertThat(values).singleElement().asString().startsWith("attachment;"));
        var lines = body(get("/admin/audit.csv?kind=SIGNED_OUT&who=account:" + ada.id()))
                .split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0])
                .isEqualTo("\uFEFF\"When\",\"Who\",\"Kind\",\"Details\",\"Who (key)\",\"Kind (key)\",\"Number\"");
        assertThat(lines[1])
                .contains("\"'=Ada\",\"Signed out\",\"{\"\"rows\"\":1}\",\"account:" + ada.id() + "\",\"SIGNED_OUT\"");
        assertThat(rows(page(ofAda("&kind=AUDIT_EXPORTED"))))
                .hasSize(2)
                .allMatch(row -> row.equals("=Ada Audit exported Kind Signed out Who =Ada"));
    }

    @Test
    void theFileHasMoreThanAPortion() {
        jdbc.sql("""
            insert into audit_entry (made_at, kind, actor_key, details)
            select current_timestamp, 'REFRESH', cast(:who as varchar(60)), '{}' from generate_series(1, 1001)\
            """).param("who", ada.actor().key()).update();
        assertThat(body(get("/admin/audit.csv?kind=REFRESH&who=account:" + ada.id()))
                        .split("\r\n"))
                .hasSize(1002);
    }

    @Test
    void nothingIsChangedOrRemoved() {
        trail.note(ada.actor(), AuditKind.SIGNED_OUT, Map.of());
        for (var change : List.of("update audit_entry set kind = 'X'", "delete from audit_entry")) {
            var statement = jdbc.sql(change + " where actor_key = :who")
                    .param("who", ada.actor().key());
            assertThatThrownBy(statement::update)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("The audit is only added to.");
        }
        assertThat(rows(page(ofAda("")))).containsExactly("=Ada Signed out");
    }

    /** Not even by mistake: the database would refuse it, and so nobody writes such a statement. */
    @Test
    void noStatementOfOursTriesTo() throws IOException {
        var changes = Pattern.compile("(?is)(update|delete\\s+from|truncate(\\s+table)?|merge\\s+into)\\s+audit_entry");
        var found = new ArrayList<Path>();
        for (var root : List.of("src/main/java", "src/main/resources/db")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (changes.matcher(Files.readString(file)).find()) {
                        found.add(file);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsDoneWithProgramsStandsThere() {
        var program = programs.create(ada.actor(), Plans.named("Noted"));
        var id = program.key();
        programs.edit(ada.actor(), id, program.version(), Plans.named("Noted again"));
        programs.archive(ada.actor(), id);
        programs.restore(ada.actor(), id);
        programs.cloneOf(ada.actor(), id, Plans.named("Its clone"));

        var rows = rows(page(ofAda("")));
        assertThat(rows)
                .containsExactly(
                        "=Ada Program created Cloned from Noted again Program Its clone",
                        "=Ada Program restored Program Noted again",
                        "=Ada Program archived Program Noted again",
                        "=Ada Program settings changed Program Noted again",
                        "=Ada Program created Program Noted again");
        programs.create(Actor.SYSTEM, Plans.named("Nobody's"));
        assertThat(rows(page(ofAda("")))).isEqualTo(rows);
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (var address : List.of("/admin/audit", "/admin/audit.csv")) {
            assertThat(mvc.get().uri(address).with(SignedIn.manager())).hasStatus(HttpStatus.FORBIDDEN);
        }
    }
}
