package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.person.People;
import rollcall.program.Access.Reach;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class AllErrorsTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Webinars webinars;

    @Autowired
    private People people;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Pushes pushes;

    @Autowired
    private AllErrors errors;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        provider.reset();
        clock.set(TestClock.START);
        program = members.program(null);
    }

    private Document page(RequestPostProcessor who) throws Exception {
        var answer =
                mvc.get().uri("/errors").with(who).accept(MediaType.TEXT_HTML).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static String rowOf(Program program) {
        return "#all-errors tr[data-program-id=" + program.key() + "]";
    }

    @Test
    void errorsStandByProgramAndCause() throws Exception {
        members.members(program, 3, StatusCode.REGISTRATION_ERROR);
        var other = members.program(null);
        members.member(other, StatusCode.REGISTERED);

        var row = page(SignedIn.manager()).select(rowOf(program));
        assertThat(row).hasSize(1);
        assertThat(row.attr("data-cause")).isEqualTo("UNKNOWN");
        assertThat(row.select("td.num").text()).isEqualTo("3");
        assertThat(row.select("form[action$=/retries] input[name=cause]").val()).isEqualTo("UNKNOWN");
        assertThat(page(SignedIn.manager()).select(rowOf(other))).isEmpty();
    }

    @Test
    void whoMayNotSeeAProgramSeesNothingOfIt() throws Exception {
        members.member(program, StatusCode.REGISTRATION_ERROR);
        var mine = members.program(null);
        members.member(mine, StatusCode.REGISTRATION_ERROR);

        var page = page(SignedIn.viewerOf(mine.key()));
        assertThat(page.select(rowOf(program))).isEmpty();
        assertThat(page.select(rowOf(mine))).hasSize(1);
        assertThat(page.select("form[action$=/retries]"))
                .as("who only sees sends nothing")
                .isEmpty();
        assertThat(errors.errors(new Reach(false, Set.of()))).isEmpty();
    }

    @Test
    void whatIsTriedAgainStandsThereWithTheTime() {
        webinars.choose(program, "scripted");
        var member = members.member(program, StatusCode.INVITED);
        var email =
                people.find(members.personOf(member)).orElseThrow().details().email();
        provider.answer(email, ScriptedProvider.failing(new ProviderFailure.Temporary("Busy.")));
        changes.change(members.ask(program, StatusCode.REGISTERED), member);
        pushes.send(program.key());

        assertThat(errors.retried(new Reach(false, Set.of(program.key()))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.failure()).isEqualTo("TEMPORARY");
                    assertThat(one.words()).isEqualTo("Busy.");
                    assertThat(one.nextAt())
                            .isBetween(clock.instant(), clock.instant().plus(Duration.ofMinutes(1)));
                });
    }

    @Test
    void asManyQueriesWhateverTheNumberOfProgramsAndMembers() {
        members.member(program, StatusCode.REGISTRATION_ERROR);
        look();
        var one = Queries.of(this::look);
        members.members(program, 2, StatusCode.REGISTRATION_ERROR);
        members.member(members.program(null), StatusCode.REGISTRATION_ERROR);
        assertThat(Queries.of(this::look)).hasSameSizeAs(one);
    }

    private void look() {
        assertThat(mvc.get().uri("/errors").with(SignedIn.manager()).exchange()).hasStatusOk();
    }
}
