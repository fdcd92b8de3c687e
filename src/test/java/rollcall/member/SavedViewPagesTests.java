package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.member.Desk.names;
import static rollcall.member.Desk.page;
import static rollcall.member.Desk.part;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;

abstract class SavedViewPagesTests {

    private static final RequestPostProcessor MANAGER = SignedIn.manager();
    private static final RequestPostProcessor VIEWER = SignedIn.viewer();

    @Autowired
    private Desk desk;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private String list;
    private String views;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        list = "/programs/" + program.id() + "/members";
        views = list + "/views";
        desk.member(program, "Ada", "Lovelace", INVITED);
        desk.member(program, "Grace", "Hopper", REGISTERED);
    }

    /** Saves what the list at that query shows, as its form does, and answers where that leads. */
    private String save(RequestPostProcessor who, String query, Map<String, ?> typed) {
        var form = new HashMap<String, Object>(
                Desk.fields(page(desk.get(who, list + query)).expectFirst(".save-view form")));
        form.putAll(typed);
        var answer = desk.post(who, views, form);
        assertThat(answer).hasStatus(303);
        return answer.getResponse().getRedirectedUrl();
    }

    private static String idIn(String address) {
        return address.replaceAll(".*view=(\\d+).*", "$1");
    }

    @Test
    void whatTheListShowsIsSavedAndOpenedAgain() {
        var saved = save(VIEWER, "?status=INVITED&q=ada&sort=email", Map.of("name", "To call"));
        assertThat(saved).matches(list + "\\?status=INVITED&q=ada&sort=email&column=STANDARD&view=\\d+");

        var opened = desk.get(VIEWER, views + "/" + idIn(saved));
        assertThat(opened).hasStatus(303);
        assertThat(opened.getResponse().getRedirectedUrl()).isEqualTo(saved);
        var page = page(desk.get(VIEWER, saved));
        assertThat(names(page)).containsExactly("Ada Lovelace");
        assertThat(page.select("#view-now").text()).isEqualTo("View To call");
        assertThat(page.expectFirst("input[name=view][form=filter]").val()).isEqualTo(idIn(saved));
        assertThat(page.expectFirst("#sort-joined").attr("href")).contains("view=" + idIn(saved));
        assertThat(page.select("#view-dropped, #view-changed")).isEmpty();
    }

    @Test
    void aListThatAsksForSomethingElseSaysSoAndMayStayInTheView() {
        var saved = save(MANAGER, "?status=INVITED", Map.of("name", "To call"));
        var changed = list + "?status=REGISTERED&view=" + idIn(saved);

        var page = part(desk.getPart(MANAGER, changed));
        assertThat(page.select("#view-changed").text()).isEqualTo("changed since");
        assertThat(page.expectFirst("#view-again").attr("href")).isEqualTo(views + "/" + idIn(saved));
        var form = page.expectFirst(".view-line > form");
        var done = desk.post(MANAGER, form.attr("action"), Desk.fields(form));

        assertThat(done).hasStatus(303);
        assertThat(done.getResponse().getRedirectedUrl())
                .isEqualTo(list + "?status=REGISTERED&column=STANDARD&view=" + idIn(saved));
        assertThat(part(desk.getPart(MANAGER, changed)).select("#view-changed")).isEmpty();

        var late = new HashMap<>(Desk.fields(form));
        late.put("filter", "q=grace");
        var stale = desk.post(MANAGER, form.attr("action"), late);
        assertThat(stale).hasStatus(303);
        assertThat(stale.getResponse().getRedirectedUrl()).isEqualTo(list + "?q=grace&view=" + idIn(saved));
        assertThat(stale).flash().containsKey("problem");
    }

    @Test
    void aViewOpensWithWhatIsLeftOfItAndSaysWhatIsNot() {
        var saved = save(VIEWER, "?status=INVITED&question=Diet&answer=vegan&sort=email", Map.of("name", "Vegans"));
        var opened = desk.get(VIEWER, views + "/" + idIn(saved)).getResponse().getRedirectedUrl();

        assertThat(opened).isEqualTo(list + "?status=INVITED&sort=email&column=STANDARD&view=" + idIn(saved));
        var page = page(desk.get(VIEWER, opened));
        assertThat(page.select("#view-dropped p").text())
                .isEqualTo(
                        "Left out, because there is no such thing here any more: the question “Diet” with its answer.");
        assertThat(page.select("#view-changed")).isEmpty();
    }

    @Test
    void theListOfViewsIsCountedAfterItIsShown() {
        save(MANAGER, "?status=INVITED&q=ada", Map.of("name", "To call", "shared", "true"));

        var page = page(desk.get(VIEWER, views));
        assertThat(page.select("#views-table tbody tr").eachText())
                .containsExactly("To call everybody who sees the program saved by user-MANAGER –");
        assertThat(page.expectFirst("#views").attr("hx-get")).isEqualTo(views);
        var counted = part(desk.getPart(MANAGER, views));
        assertThat(counted.select("td.num").text()).isEqualTo("1");
        assertThat(counted.select(".row-actions").text()).isEqualTo("Change To call");
        assertThat(page(desk.get(VIEWER, views + "?counts=now"))
                        .select("td.num")
                        .text())
                .isEqualTo("1");
        assertThat(desk.get(VIEWER, views + "/menu")).hasStatus(303).hasRedirectedUrl(views);
        assertThat(part(desk.getPart(VIEWER, views + "/menu")).select("a").eachText())
                .containsExactly("To call 1", "All views");
    }

    @Test
    void moreViewsNeedNoMoreQueries() {
        save(VIEWER, "?q=a", Map.of("name", "One"));
        desk.getPart(VIEWER, views);
        var one = Queries.of(() -> desk.getPart(VIEWER, views));
        save(VIEWER, "?q=b", Map.of("name", "Two"));
        save(VIEWER, "?q=c", Map.of("name", "Three"));
        assertThat(Queries.of(() -> desk.getPart(VIEWER, views))).hasSameSizeAs(one);
    }

    @Test
    void aNameThatDoesNotDoIsAskedForAgain() {
        save(VIEWER, "?status=INVITED", Map.of("name", "To call"));
        var taken = desk.post(VIEWER, views, Map.of("name", "to  call".replace("  ", " "), "filter", "q=x"));
        assertThat(taken).hasStatus(422);
        assertThat(page(taken).select("#name-error").text())
                .isEqualTo("There is a view of this name already. Choose another one.");
        assertThat(page(taken).expectFirst("#view input[name=filter]").val()).isEqualTo("q=x");
        assertThat(desk.post(VIEWER, views, Map.of("name", " "))).hasStatus(422);
        assertThat(desk.post(VIEWER, views, Map.of("name", "x".repeat(81)))).hasStatus(422);
        assertThat(desk.post(VIEWER, views, Map.of("name", "a\nb"))).hasStatus(422);
        assertThat(desk.post(VIEWER, views, Map.of("name", "x", "filter", "sort=step")))
                .hasStatus(400);
        assertThat(desk.post(VIEWER, views, Map.of("name", "x", "shared", "true")))
                .hasStatus(403);
    }

    @Test
    void aViewIsRenamedSharedAndDeleted() {
        var id = idIn(save(MANAGER, "?status=INVITED", Map.of("name", "To call")));
        var one = views + "/" + id;
        var edit = page(desk.get(MANAGER, one + "/edit"));
        assertThat(edit.expectFirst("#name").val()).isEqualTo("To call");
        assertThat(desk.get(VIEWER, one + "/edit")).hasStatus(404);

        assertThat(desk.post(MANAGER, one, Map.of("name", "", "version", "0"))).hasStatus(422);
        assertThat(desk.post(MANAGER, one, Map.of("name", "To write to", "version", "0", "shared", "true")))
                .hasStatus(303);
        assertThat(desk.get(VIEWER, one + "/edit")).hasStatus(403);
        var stale = desk.post(MANAGER, one, Map.of("name", "Late", "version", "0"));
        assertThat(stale).hasStatus(409);
        assertThat(page(stale).select("#error-summary").text()).contains("Somebody changed this view meanwhile");
        assertThat(page(stale).expectFirst("#name").val()).isEqualTo("Late");
        assertThat(page(stale).expectFirst("#view input[name=version]").val()).isEqualTo("1");

        assertThat(desk.post(MANAGER, one + "/removal", Map.of("version", "0"))).hasStatus(409);
        assertThat(desk.post(MANAGER, one + "/removal", Map.of("version", "1"))).hasStatus(303);
        assertThat(desk.post(MANAGER, one + "/removal", Map.of("version", "1")))
                .as("a second click")
                .hasStatus(303);
        assertThat(desk.get(MANAGER, one)).hasStatus(404);
        assertThat(names(page(desk.get(MANAGER, list + "?view=" + id)))).hasSize(2);
    }
}
