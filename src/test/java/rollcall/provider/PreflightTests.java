package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.MembersFixture;
import rollcall.person.PersonField;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** What a provider requires, compared with what there is, before anybody is sent. */
abstract class PreflightTests {

    @Autowired
    private MembersFixture members;

    @Autowired
    private Webinars webinars;

    @Autowired
    private ToldEvents told;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private Reading reading;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        provider.reset();
        clock.set(TestClock.START);
        program = members.program(null);
        provider.asks = List.of(new AskedField("company", PersonField.COMPANY), new AskedField("Diet?", null));
    }

    private void choose() {
        webinars.choose(program, "scripted");
        told.ask(program.key());
    }

    private Document page(String where) {
        return reading.page(SignedIn.manager(), "/programs/" + program.key() + where);
    }

    private static String line(Document page, String field) {
        return page.select("#preflight li[data-field='" + field + "']").text();
    }

    @Test
    void aProgramWithoutAProviderHasNone() {
        assertThat(page("/provider").select("#preflight")).isEmpty();
        assertThat(page("/errors").select("#preflight")).isEmpty();
    }

    @Test
    void saysWhatTheFormDoesNotAskAndWhoLacksWhat() {
        var lacking = members.member(program, StatusCode.WAITLISTED);
        var answered = members.member(program, StatusCode.PENDING_APPROVAL);
        members.member(program, StatusCode.INVITED);
        members.member(program, StatusCode.ATTENDED);
        jdbc.sql("update person set company = '' where id = :id")
                .param("id", members.personOf(lacking))
                .update();
        jdbc.sql("insert into member_answer (member_id, question, answer) values (:id, 'diet', 'none')")
                .param("id", answered)
                .update();
        choose();

        var page = page("/provider");
        assertThat(page.select("#preflight").attr("data-wanting")).isEqualTo("2");
        assertThat(line(page, "company"))
                .startsWith("Company The registration form asks for it. One member who may be sent lacks it;");
        assertThat(page.select("#preflight li[data-field=company] a").attr("href"))
                .isEqualTo("/programs/%d/members/%d".formatted(program.key(), lacking));
        assertThat(line(page, "Diet?"))
                .contains("The registration form does not ask it. Add a question with exactly this name")
                .contains("One member who may be sent has not answered it");
        assertThat(page("/errors").select("#preflight li").eachAttr("data-field"))
                .containsExactlyInAnyOrder("company", "Diet?");
    }

    @Test
    void theFormAsksWhatTheEventRequiresOfAPersonAndWarnsOfQuestions() {
        assertThat(page("/form").select("li[data-kind=COMPANY]")).isEmpty();
        choose();
        var form = page("/form");
        assertThat(form.select("li[data-kind=COMPANY]").text()).contains("required", "webinar provider");
        assertThat(form.select("#unasked li").eachText()).containsExactly("Diet?");
    }

    @Test
    void isReadyWhenAllIsThereAndSaysNothingAtTheErrorsThen() {
        provider.asks = List.of(new AskedField("company", PersonField.COMPANY));
        choose();
        var page = page("/provider");
        assertThat(page.select("#preflight .card-body > p").text()).startsWith("All of it is there");
        assertThat(page("/errors").select("#preflight")).isEmpty();
    }

    @Test
    void whatAnotherEventAsksIsForgotten() {
        choose();
        webinars.leave(program);
        assertThat(page("/form").select("#unasked")).isEmpty();
        provider.asks = List.of();
        choose();
        assertThat(page("/provider").select("#preflight")).isEmpty();
    }
}
