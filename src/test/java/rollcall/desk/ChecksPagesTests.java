package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.job.Job;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class ChecksPagesTests {

    private static final String ADDRESS = "/admin/checks";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Checks checks;

    @Autowired
    private CheckRows rows;

    @Autowired
    private Inspection inspection;

    @Autowired
    private Jobs jobs;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    /** The database's own clock says whether a lease is over, also that of the run itself. */
    @BeforeEach
    void now() {
        clock.set(Instant.now());
    }

    @Test
    void aRunIsStartedOnceShowsHowFarItIsAndSaysThatNothingIsBroken() {
        transaction.executeWithoutResult(look -> {
            look.setRollbackOnly();
            assertThat(start().getResponse().getRedirectedUrl()).isEqualTo(ADDRESS);
            start();
            var job = checks.underWay().orElseThrow();
            assertThat(page().select("#checks-under-way").text())
                    .contains("0 of " + Invariant.all().size());
            assertThat(page().select("#checks").attr("hx-get")).isEqualTo(ADDRESS);
            assertThat(noted(job)).as("audit entries of two clicks").isEqualTo(1);

            runner.run(job.id());

            assertThat(checks.underWay()).isEmpty();
            assertThat(page().select("#checks-well").text()).isEqualTo("Nothing is broken.");
            assertThat(page().select("#checks").hasAttr("hx-get")).isFalse();
            assertThat(page().select("#checks-broken, #checks-ended, #checks-unfinished"))
                    .isEmpty();
        });
    }

    @Test
    void twoWhoAskAtOnceStartOneRun() throws Exception {
        for (int round = 0; round < 10; round++) {
            assertThat(startedAtOnce(checks)).containsExactlyInAnyOrder(true, false);
        }
    }

    /** So that the test above is known to see the race. */
    @Test
    void withoutTheLockTheyStartTwo() throws Exception {
        var bothHaveLooked = new CyclicBarrier(2);
        var worker = new ChecksWorker(inspection, rows) {
            @Override
            int total() {
                await(bothHaveLooked);
                return super.total();
            }
        };
        assertThat(startedAtOnce(new Checks(() -> {}, jobs, worker, rows, events)))
                .containsExactly(true, true);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception nobodyElse) {
            throw new IllegalStateException(nobodyElse);
        }
    }

    /** What the two were answered; their runs are gone again. */
    private List<Boolean> startedAtOnce(Checks asked) throws Exception {
        var bothAreHere = new CyclicBarrier(2);
        Callable<Boolean> ask = () -> {
            await(bothAreHere);
            return transaction.execute(status -> asked.start(Actor.SYSTEM));
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Boolean>();
            for (var one : threads.invokeAll(List.of(ask, ask))) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            jdbc.sql("delete from job where kind = :kind")
                    .param("kind", ChecksWorker.KIND)
                    .update();
        }
    }

    @Test
    void whatIsBrokenIsNamedWithTheWayThere() {
        var program = fixture.program(5);
        var member = fixture.member(program, StatusCode.REGISTERED);
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            plant("update member set success_at = null, seq = 7 where id = :id", member);
            plant("update program_seats set taken = 3 where program_id = :id", program.key());

            run();

            assertThat(lines(page()))
                    .containsExactly(
                            "A member's changes are not numbered without a gap. " + member + " Member " + member,
                            "A member's history does not lead to the member's status. " + member + " Member " + member,
                            "The seats taken are not the seats counted. %1$d Program %1$d".formatted(program.key()));
            assertThat(page().select("#checks-broken td a").eachAttr("href"))
                    .containsExactlyElementsOf(addresses(program, member));
            assertThat(page().select("#checks-well")).isEmpty();
        });
    }

    @Test
    void whatIsBrokenIsSaidInTheLanguageOfTheReader() {
        var program = fixture.program(5);
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            plant("update program_seats set taken = 3 where program_id = :id", program.key());
            run();
            var said = page("sv").select("#checks-broken tbody th");
            assertThat(said.eachText()).containsExactly("De tagna platserna är inte lika många som de räknade.");
            assertThat(said.hasAttr("lang")).isFalse();
        });
    }

    private static List<String> addresses(Program program, long member) {
        var page = "/programs/%d/members/%d".formatted(program.key(), member);
        return List.of(page, page, "/programs/" + program.key());
    }

    private void plant(String statement, long id) {
        assertThat(jdbc.sql(statement).param("id", id).update()).isEqualTo(1);
    }

    /** A member who is gone by now has no page. */
    @Test
    void whatHasNoPageIsNamedAllTheSame() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            var job = run();
            rows.store(
                    job.id(),
                    0,
                    Invariant.all().getFirst(),
                    new Finding.Broken(List.of(new Finding.Row("7", -1L, null))));
            assertThat(lines(page())).singleElement().asString().endsWith(" 7");
            assertThat(page().select("#checks-broken td a")).isEmpty();
        });
    }

    @Test
    void aCheckThatTakesTooLongIsEndedAndSaidToBeUnfinished() {
        var slow = new Invariant(
                "Something that is slow to find.",
                "select a.n as id from generate_series(1, 1000000) as a(n), generate_series(1, 1000000) as b(n)"
                        + " where a.n + b.n < 0");
        var finding = new Inspection(template, Duration.ofSeconds(1)).look(slow);
        assertThat(finding).isInstanceOf(Finding.Unfinished.class);
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            var job = run();
            rows.store(job.id(), 0, slow, finding);
            var said = page().select("#checks-unfinished li");
            assertThat(said.eachText()).containsExactly(slow.breach());
            assertThat(said.attr("lang"))
                    .as("a sentence that has no translation")
                    .isEqualTo("en");
            assertThat(page().select("#checks-well, #checks-broken")).isEmpty();
        });
    }

    /** H2 would keep it, and whoever gets the connection next would be cut off. */
    @Test
    void theLimitOfACheckIsNotLeftToOthers() {
        transaction.executeWithoutResult(look -> {
            new Inspection(template, Duration.ofSeconds(7)).look(Invariant.all().getFirst());
            var limit = template.execute((Statement statement) -> statement.getQueryTimeout());
            assertThat(limit).isZero();
        });
    }

    @Test
    void theProgressIsAPartOfThePage() {
        var part = body(mvc.get().uri(ADDRESS).header("HX-Request", "true").with(SignedIn.administrator()));
        assertThat(part.select("#checks")).hasSize(1);
        assertThat(part.select("main")).isEmpty();
    }

    private Job run() {
        checks.start(Actor.SYSTEM);
        var job = checks.underWay().orElseThrow();
        runner.run(job.id());
        return job;
    }

    private MvcResult start() {
        return mvc.post()
                .uri(ADDRESS)
                .with(csrf())
                .with(SignedIn.administrator())
                .exchange()
                .getMvcResult();
    }

    private int noted(Job job) {
        return jdbc.sql("select count(*) from audit_entry where kind = 'CHECKED' and details = :details")
                .param("details", "{\"job\":%d}".formatted(job.id()))
                .query(Integer.class)
                .single();
    }

    private Document page() {
        return page("en");
    }

    private Document page(String language) {
        return body(mvc.get().uri(ADDRESS).header("Accept-Language", language).with(SignedIn.administrator()));
    }

    private static Document body(MockMvcRequestBuilder request) {
        try {
            return Jsoup.parse(request.exchange().getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> lines(Document page) {
        return page.select("#checks-broken tbody tr").eachText();
    }
}
