package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.names;
import static rollcall.member.Desk.page;
import static rollcall.member.Desk.part;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;

abstract class ColumnsPagesTests {

    private static final RequestPostProcessor MANAGER = SignedIn.manager();
    private static final RequestPostProcessor VIEWER = SignedIn.viewer();

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private BroughtAlong brought;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private String list;
    private long ada;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        list = "/programs/" + program.id() + "/members";
        ada = member("Ada", "Lovelace", "Countess", "+44 20 1");
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from member_columns").update();
    }

    private long member(String first, String last, String title, String phone) {
        var email = (first + "." + last + "@example.org").toLowerCase(java.util.Locale.ROOT);
        var details =
                new PersonDetails(email, first, last, "Acme", title, phone, "United Kingdom", "en", "Europe/London");
        var id = desk.member(program, details, PENDING_APPROVAL);
        brought.answer(id, Map.of("Diet", first + " eats everything"));
        return id;
    }

    private static List<String> heads(Element page) {
        return page.select("#members-table thead th").eachText();
    }

    private List<String> cells(Element page, long member) {
        return page.select("#member-" + member + " > :is(th, td)").stream()
                .filter(cell -> !cell.hasClass("tick") && !cell.hasClass("row-actions"))
                .map(Element::text)
                .toList();
    }

    private String choose(RequestPostProcessor who, String query, Map<String, ?> ticked) {
        var page = page(desk.get(who, list + query));
        var form = new HashMap<String, Object>(ticked);
        form.put("list", page.expectFirst("input[name=list][form=columns]").val());
        var answer = desk.post(who, page.expectFirst("#columns").attr("action"), form);
        assertThat(answer).hasStatus(303);
        return answer.getResponse().getRedirectedUrl();
    }

    @Test
    void everyColumnSaysWhatIsKnown() {
        var all = "?column=" + String.join("&column=", columns()) + "&answers=Diet";
        jdbc.sql("""
            update member set live_minutes = 52, on_demand_minutes = 1, status = 'WAITLISTED', waitlist_priority = 3,
                accepted_at = joined_at, success_at = joined_at, delivery = 'ACCEPTED' where id = :id\
            """).param("id", ada).update();
        var page = page(desk.get(MANAGER, list + all));

        assertThat(heads(page))
                .containsExactly(
                        "Name",
                        "E-mail",
                        "Company",
                        "Job title",
                        "Phone",
                        "Country",
                        "Language",
                        "Time zone",
                        "Status",
                        "Status reason",
                        "Membership date",
                        "Last change",
                        "Success",
                        "Came in through",
                        "At the webinar provider",
                        "Accepted by the provider",
                        "Attended live",
                        "Watched the recording",
                        "Priority on the waitlist",
                        "Diet",
                        "Actions");
        assertThat(cells(page, ada))
                .containsExactly(
                        "Ada Lovelace",
                        "ada.lovelace@example.org",
                        "Acme",
                        "Countess",
                        "+44 20 1",
                        "United Kingdom",
                        "en",
                        "Europe/London",
                        "Waitlisted",
                        "as asked",
                        "2 Mar 2026",
                        "2 Mar 2026 10:00 CET",
                        "2 Mar 2026",
                        "by hand",
                        "accepted",
                        "2 Mar 2026",
                        "52 minutes",
                        "1 minute",
                        "3",
                        "Ada eats everything");
        assertThat(heads(part(desk.getPart(MANAGER, list + all)))).isEqualTo(heads(page));
        assertThat(page.select("#members-table[data-wide]")).hasSize(1);
    }

    private static List<String> columns() {
        return java.util.Arrays.stream(MemberColumn.values()).map(Enum::name).toList();
    }

    @Test
    void theyAreNamedInSwedishToo() {
        var who = SignedIn.managerOf(program.key());
        desk.get(who, list);
        var mine = jdbc.sql("select account_id from role_grant where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .single();
        jdbc.sql("update account set language = 'sv' where id = :id")
                .param("id", mine)
                .update();
        var page = page(desk.get(who, list + "?column=SOURCE&column=ACCEPTED&column=PRIORITY"));
        assertThat(page.select("#choose-columns summary").text()).isEqualTo("Kolumner");
        assertThat(heads(page))
                .containsExactly(
                        "Namn",
                        "Status",
                        "Kom in genom",
                        "Godtagen av leverantören",
                        "Prioritet på väntelistan",
                        "Åtgärder");
        assertThat(cells(page, ada)).containsExactly("Ada Lovelace", "Väntar på godkännande", "för hand", "", "");
    }

    @Test
    void aTelephoneNumberIsForManagers() {
        var query = "?column=PHONE&column=COUNTRY";
        assertThat(heads(page(desk.get(MANAGER, list + query)))).contains("Phone", "Country");
        for (var who : List.of(VIEWER, SignedIn.approver())) {
            var page = page(desk.get(who, list + query));
            assertThat(heads(page)).contains("Country").doesNotContain("Phone");
            assertThat(page.html()).doesNotContain("+44 20 1");
            assertThat(page.select("#columns input[value=PHONE]")).isEmpty();
        }
        var row = desk.getPart(VIEWER, list + "/" + ada + "/row?list=column%3DPHONE%26column%3DCOUNTRY");
        assertThat(part(row).text()).contains("United Kingdom").doesNotContain("+44 20 1");
        choose(VIEWER, "", Map.of("column", List.of("PHONE", "COUNTRY")));
        assertThat(stored()).containsExactly("column=COUNTRY");
    }

    private List<String> stored() {
        return jdbc.sql("select chosen from member_columns where program_id = :program order by owner_key")
                .param("program", program.key())
                .query(String.class)
                .list();
    }

    @Test
    void whatIsNotThereIsPassedOver() {
        var page = page(desk.get(VIEWER, list + "?column=EMAIL&column=NO_SUCH&answers=Shoes&answers=Diet"));
        assertThat(heads(page)).containsExactly("Name", "E-mail", "Status", "Diet");
        assertThat(page.expectFirst("#sort-email").attr("href"))
                .isEqualTo(list + "?sort=email&column=EMAIL&answers=Diet");
    }

    @Test
    void whatWasChosenStaysForWhoChoseAndTheAddressWins() {
        var query = "?status=PENDING_APPROVAL&sort=email";
        var chosen = choose(VIEWER, query, Map.of("column", List.of("COUNTRY", "EMAIL"), "answers", "Diet"));
        assertThat(chosen).isEqualTo(list + query + "&column=EMAIL&column=COUNTRY&answers=Diet");

        var bare = page(desk.get(VIEWER, list));
        assertThat(heads(bare)).containsExactly("Name", "E-mail", "Country", "Status", "Diet");
        assertThat(bare.select("#columns input[checked]").eachAttr("value"))
                .containsExactly("EMAIL", "COUNTRY", "Diet");
        assertThat(heads(page(desk.get(VIEWER, list + "?column=STANDARD"))))
                .containsExactly(
                        "Name", "E-mail", "Company", "Status", "Status reason", "Membership date", "Last change");
        assertThat(heads(page(desk.get(MANAGER, list)))).contains("Company").doesNotContain("Country");
        assertThat(heads(page(desk.get(VIEWER, "/programs/" + otherProgram().id() + "/members"))))
                .contains("Company");

        assertThat(choose(VIEWER, "?q=ada", Map.of())).isEqualTo(list + "?q=ada&column=NAME");
        assertThat(heads(page(desk.get(VIEWER, list)))).containsExactly("Name", "Status");
        assertThat(choose(VIEWER, "?q=ada", Map.of("standard", "true", "column", "EMAIL")))
                .isEqualTo(list + "?q=ada");
        assertThat(heads(page(desk.get(VIEWER, list)))).contains("Company");
        assertThat(stored()).isEmpty();
    }

    private Program otherProgram() {
        var other = fixture.program(null);
        desk.member(other, "Grace", "Hopper", INVITED);
        return other;
    }

    @Test
    void choosingTheUsualOnesIsChoosingNone() {
        choose(VIEWER, "", Map.of("column", "COUNTRY"));
        var usual = MemberColumn.STANDARD.stream().map(Enum::name).toList();
        assertThat(choose(VIEWER, "", Map.of("column", usual))).isEqualTo(list);
        assertThat(stored()).isEmpty();
    }

    @Test
    void lookingStoresNothing() {
        desk.get(VIEWER, list + "?column=COUNTRY");
        desk.getPart(VIEWER, list + "?column=COUNTRY");
        assertThat(stored()).isEmpty();
        assertThat(heads(page(desk.get(VIEWER, list)))).contains("Company");
    }

    @Test
    void everyWayOnKeepsTheColumns() {
        fixture.members(program, 50, REGISTERED);
        var page = page(desk.get(
                MANAGER, list + "?status=PENDING_APPROVAL&status=REGISTERED&sort=email&column=COUNTRY&answers=Diet"));
        var columns = "column=COUNTRY&answers=Diet";
        assertThat(page.expectFirst("a[rel=next]").attr("href")).contains(columns);
        assertThat(page.expectFirst("#sort-name").attr("href")).contains(columns);
        assertThat(page.expectFirst(".clear").attr("href")).isEqualTo(list + "?sort=email&" + columns);
        assertThat(page.select("input[form=filter][type=hidden]").eachAttr("name"))
                .containsExactly("sort", "column", "answers");
        assertThat(page.expectFirst(".row-actions form input[name=list]").val()).contains(columns);
        var bulk = desk.post(
                MANAGER,
                "/programs/" + program.id() + "/status-changes",
                Map.of(
                        "filter",
                        page.expectFirst("#bulk input[name=filter]").val(),
                        "memberId",
                        ada,
                        "status",
                        "REJECTED",
                        "reason",
                        "x"));
        assertThat(page(bulk).select("a[href*=column]").attr("href")).contains(columns);
        assertThat(page(bulk).select("input[name=filter]").val()).contains(columns);
    }

    @Test
    void aRowThatIsSwappedHasTheColumnsOfItsList() {
        var page = page(desk.get(MANAGER, list + "?column=COUNTRY&answers=Diet"));
        choose(MANAGER, "", Map.of("column", "EMAIL"));
        var form = page.expectFirst(".row-actions form");
        var row = part(desk.postPart(MANAGER, form.attr("action"), Desk.fields(form)));
        assertThat(cells(row, ada))
                .containsExactly("Ada Lovelace", "United Kingdom", "Registered", "Ada eats everything");

        var opened = part(
                desk.getPart(MANAGER, list + "/" + ada + "/status-changes/new?list=column%3DCOUNTRY%26answers%3DDiet"));
        assertThat(opened.expectFirst(".row-form > td").attr("colspan")).isEqualTo("6");
        var standard = part(desk.getPart(MANAGER, list + "/" + ada + "/status-changes/new"));
        assertThat(standard.expectFirst(".row-form > td").attr("colspan")).isEqualTo("9");
        assertThat(cells(standard, ada)).as("of a list without a choice").hasSize(7);
    }

    @Test
    void moreRowsNeedNoMoreQueriesAndTheUsualColumnsNone() {
        var query = list + "?column=EMAIL&column=PHONE&column=SOURCE&answers=Diet";
        desk.get(MANAGER, query);
        var usual = Queries.of(() -> desk.get(MANAGER, list + "?column=STANDARD"));
        var one = Queries.of(() -> desk.get(MANAGER, query));
        member("Grace", "Hopper", "Admiral", "1");
        member("Linus", "Berg", "", "");
        assertThat(Queries.of(() -> desk.get(MANAGER, query))).hasSameSizeAs(one);
        assertThat(one).hasSize(usual.size() + 2);
        assertThat(Queries.of(() -> desk.get(MANAGER, list))).hasSize(usual.size() + 1);
        assertThat(Queries.of(() -> desk.get(MANAGER, list + "?column=SUCCESS&column=DELIVERY&column=LIVE_MINUTES")))
                .hasSize(usual.size());
    }

    @Test
    void aLongAnswerIsCutAndALongQuestionIsShortInTheAddress() {
        var question = "What would you like to hear about, in as many words as you like, please?";
        brought.answer(ada, Map.of(question, "é".repeat(399) + "😀" + "x".repeat(600)));
        var chosen = choose(VIEWER, "", Map.of("answers", question));
        assertThat(chosen).matches(".*\\?column=NAME&answers=%7E[0-9a-f]{12}");
        var page = page(desk.get(VIEWER, chosen));
        assertThat(heads(page)).containsExactly("Name", "Status", question);
        assertThat(cells(page, ada).getLast()).isEqualTo("é".repeat(399) + "…");
        assertThat(stored().getFirst()).contains("What+would+you+like");
    }

    @Test
    void aViewKeepsItsColumnsAndSaysWhichAreGone() {
        var page = page(desk.get(MANAGER, list + "?column=COUNTRY&answers=Diet"));
        var form = new HashMap<String, Object>(Desk.fields(page.expectFirst(".save-view form")));
        form.put("name", "Eaters");
        form.put("shared", "true");
        var saved = desk.post(MANAGER, list + "/views", form).getResponse().getRedirectedUrl();
        assertThat(saved).matches(list + "\\?column=COUNTRY&answers=Diet&view=\\d+");
        var view = saved.replaceAll(".*view=", "");

        choose(VIEWER, "", Map.of("column", "EMAIL"));
        var opened = desk.get(VIEWER, list + "/views/" + view).getResponse().getRedirectedUrl();
        assertThat(opened).isEqualTo(saved);
        assertThat(heads(page(desk.get(VIEWER, opened)))).containsExactly("Name", "Country", "Status", "Diet");
        assertThat(page(desk.get(VIEWER, opened)).select("#view-changed")).isEmpty();
        assertThat(page(desk.get(VIEWER, list + "?view=" + view)).select("#view-changed"))
                .hasSize(1);

        brought.answer(ada, Map.of("Diet", ""));
        var less = desk.get(VIEWER, list + "/views/" + view).getResponse().getRedirectedUrl();
        assertThat(less).isEqualTo(list + "?column=COUNTRY&view=" + view);
        var left = page(desk.get(VIEWER, less));
        assertThat(left.select("#view-dropped p").text())
                .isEqualTo("Left out, because there is no such thing here any more: the column “Diet”.");
        assertThat(left.select("#view-changed")).isEmpty();

        var other = page(desk.get(MANAGER, list + "?column=EMAIL&view=" + view));
        var replace = other.expectFirst(".view-line > form");
        desk.post(MANAGER, replace.attr("action"), Desk.fields(replace));
        assertThat(desk.get(VIEWER, list + "/views/" + view).getResponse().getRedirectedUrl())
                .isEqualTo(list + "?column=EMAIL&view=" + view);
    }

    @Test
    void aViewOfBeforeShowsWhatTheReaderChose() {
        var form = Map.of("name", "Old", "filter", "status=PENDING_APPROVAL");
        var saved = desk.post(VIEWER, list + "/views", form).getResponse().getRedirectedUrl();
        assertThat(saved).matches(list + "\\?status=PENDING_APPROVAL&view=\\d+");
        choose(VIEWER, "", Map.of("column", "COUNTRY"));
        var page = page(desk.get(VIEWER, saved));
        assertThat(heads(page)).containsExactly("Name", "Country", "Status");
        assertThat(page.select("#view-changed")).isEmpty();
    }

    @Test
    void aFileIsOfferedWithTheSameColumns() {
        var page = page(desk.get(MANAGER, list + "?column=COUNTRY&column=SOURCE&answers=Diet"));
        var export = page(desk.get(MANAGER, page.expectFirst("#export-choose").attr("href")));
        assertThat(export.select("#columns input[checked], #answers input[checked]")
                        .eachAttr("value"))
                .containsExactly("FIRST_NAME", "LAST_NAME", "COUNTRY", "STATUS", "Diet");
        var ticked = new HashMap<String, Object>(Desk.fields(page.expectFirst("#bulk")));
        ticked.put("memberId", ada);
        assertThat(page(desk.post(MANAGER, list + "/export", ticked)).select("#columns input[checked]"))
                .hasSize(4);

        var usual = page(desk.get(MANAGER, list)).expectFirst("#export-choose").attr("href");
        assertThat(page(desk.get(MANAGER, usual)).select("#columns input:not([checked])"))
                .isEmpty();
        assertThat(names(page(desk.get(MANAGER, list)))).hasSize(1);
    }

    @Test
    void noMoreAnswersStandBesideEachOtherThanFit() {
        var many = new HashMap<String, String>();
        for (int i = 10; i < 31; i++) {
            many.put("Question " + i, "yes");
        }
        brought.answer(ada, many);
        var answer = desk.post(VIEWER, list + "/columns", Map.of("answers", List.copyOf(many.keySet())));
        assertThat(answer).flash().containsKey("problem");
        assertThat(heads(page(desk.get(VIEWER, list))))
                .hasSize(22)
                .contains("Question 29")
                .doesNotContain("Question 30");
    }
}
