package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.provider.Reading.problem;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class AllRefreshesPagesTests {

    private static final String ALL = "/admin/refreshes";

    @Autowired
    private RefreshFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Reading reading;

    @Autowired
    private RefreshRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from webinar").update(); // the page is about all of them
        program = over();
    }

    /** Chosen before it ended, an hour ago; so the first refresh is due. */
    private Program over() {
        clock.set(TestClock.START);
        var one = fixture.program();
        clock.set(one.endsAt().plus(Duration.ofHours(1)));
        return one;
    }

    private static String line(org.jsoup.nodes.Document page, Program one) {
        return page.expectFirst("tr[data-program-id=" + one.key() + "]").text();
    }

    @Test
    void eachProgramIsThereWithItsLastRefreshAndWhatWaits() {
        var never = over();
        fixture.ran(program);
        members.member(never, rollcall.program.StatusCode.REGISTERED);
        members.member(never, rollcall.program.StatusCode.REGISTRATION_ERROR);
        jdbc.sql("delete from push").update();
        jdbc.sql("""
            insert into push (program_id, member_id, action, state, due_at, unclear, tries, created_at)
            select program_id, id, 'REGISTER', 'WAITING', current_timestamp, false, 0, current_timestamp
            from member where program_id = :program and status = 'REGISTERED'\
            """).param("program", never.key()).update();

        var page = reading.page(SignedIn.administrator(), ALL);

        assertThat(line(page, program))
                .contains("Done")
                .contains("No-shows: marked")
                .endsWith("2 1 0 0");
        assertThat(line(page, never)).contains("never").contains("due").endsWith("– 0 1 1");
        assertThat(page.expectFirst("tr[data-program-id=%d] td a[href*=errors]".formatted(never.key()))
                        .attr("href"))
                .isEqualTo("/programs/%d/errors".formatted(never.key()));
        assertThat(page.select("#all-due").text()).isEqualTo("Refresh the one that is due");
    }

    /** Those who are only registered there wait as well, until somebody has decided about them. */
    @Test
    void whoWaitsToBeMatchedIsCountedAsOnTheProgramsOwnPage() {
        var script = fixture.script(program);
        script.live.add(RefreshFixture.came("phone", "", "Dial-in 12", program, 12));
        script.registrants.add(RefreshFixture.stranger("x-1", "one@example.org", "One"));
        script.registrants.add(RefreshFixture.stranger("x-2", "two@example.org", "Two"));
        fixture.run(program);
        assertThat(waiting()).containsExactly("3", "3 people wait for a decision");

        var dismissed = Long.toString(fixture.unmatchedId(program, "Two"));
        reading.post(SignedIn.administrator(), there() + "/dismissals", "attendeeId", dismissed);
        assertThat(waiting()).containsExactly("2", "2 people wait for a decision");
    }

    private String there() {
        return "/programs/%d/unmatched".formatted(program.key());
    }

    /** As this page says it, and as the program's own does. */
    private List<String> waiting() {
        var admin = SignedIn.administrator();
        var own = reading.page(admin, "/programs/%d/refreshes".formatted(program.key()));
        return List.of(
                reading.page(admin, ALL)
                        .expectFirst("td a[href=" + there() + "]")
                        .text(),
                own.expectFirst("#to-unmatched").text());
    }

    /** Sentences of ours stand among the provider's as codes; pages say them. */
    @Test
    void whyAProgramIsHeldIsSaidInTheReadersLanguage() {
        members.member(program, rollcall.program.StatusCode.REGISTERED);
        jdbc.sql("delete from push").update();
        jdbc.sql("""
            insert into push (program_id, member_id, action, state, due_at, unclear, tries, created_at)
            select program_id, id, 'REGISTER', 'WAITING', current_timestamp, false, 0, current_timestamp
            from member where program_id = :program\
            """).param("program", program.key()).update();
        jdbc.sql("update webinar set held_for = :words where program_id = :program")
                .param("words", "Busy. " + OwnWords.ANSWERED_HTTP.with(503))
                .param("program", program.key())
                .update();

        assertThat(line(reading.page(SignedIn.administrator(), ALL), program))
                .endsWith("Busy. The service answered HTTP 503.");
    }

    @Test
    void onlyWhatHasBegunIsThere() {
        clock.set(program.startsAt().minusSeconds(1));
        assertThat(reading.page(SignedIn.administrator(), ALL).select("tr[data-program-id]"))
                .isEmpty();
        assertThat(reading.page(SignedIn.administrator(), ALL)
                        .select(".empty-state h2")
                        .text())
                .isEqualTo("No program has run yet");
    }

    @Test
    void aWebinarThatWasPlayedBeforeItsPlanIsThereAsWell() {
        clock.set(program.startsAt().minus(Duration.ofDays(1)));
        assertThat(reading.page(SignedIn.administrator(), ALL).select("tr[data-program-id]"))
                .isEmpty();
        jdbc.sql("update webinar set next_refresh_at = :now where program_id = :program")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("program", program.key())
                .update();
        assertThat(reading.page(SignedIn.administrator(), ALL).select("tr[data-program-id]"))
                .as("due")
                .hasSize(1);
        jdbc.sql("update webinar set next_refresh_at = null, ended_at = :now where program_id = :program")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("program", program.key())
                .update();
        assertThat(reading.page(SignedIn.administrator(), ALL).select("tr[data-program-id]"))
                .as("over")
                .hasSize(1);
    }

    @Test
    void theTickedOrAllThatAreDueAreStarted() {
        var other = over();
        var third = over();
        fixture.run(third);

        var ticked = reading.post(
                SignedIn.administrator(), ALL, "programId", Long.toString(program.key()), "programId", "0");
        assertThat(ticked).hasStatus(303).hasRedirectedUrl(ALL);
        assertThat(started()).containsExactly(true, false);

        reading.post(SignedIn.administrator(), ALL, "all", "true", "requestId", "click");
        assertThat(started()).containsExactly(true, true);
        assertThat(rows.last(other.key()).orElseThrow().automatic()).isFalse();
        assertThat(rows.page(third.key(), Long.MAX_VALUE, 9))
                .as("it was not due")
                .hasSize(1);

        var nothing = reading.post(SignedIn.administrator(), ALL);
        assertThat(problem(nothing)).isEqualTo("provider.all.nobody-ticked");
    }

    /** Whether the first and the second program were refreshed. */
    private List<Boolean> started() {
        return jdbc.sql("select program_id from webinar order by program_id").query(Long.class).list().stream()
                .limit(2)
                .map(id -> rows.last(id).isPresent())
                .toList();
    }

    @Test
    void threeProgramsTakeAsManyQueriesAsOne() {
        fixture.run(program);
        reading.page(SignedIn.administrator(), ALL);
        var one = Queries.of(() -> reading.page(SignedIn.administrator(), ALL)).size();
        fixture.run(fixture.program());
        fixture.run(fixture.program());

        assertThat(Queries.of(() -> reading.page(SignedIn.administrator(), ALL)))
                .hasSize(one);
    }

    @Test
    void thePageAfterBeginsBehindTheLastOne() {
        for (int n = 0; n < 51; n++) {
            fixture.program();
        }
        var first = reading.page(SignedIn.administrator(), ALL);
        assertThat(first.select("tr[data-program-id]")).hasSize(50);
        var second = reading.page(
                SignedIn.administrator(), first.expectFirst("#pager-next").attr("href"));
        assertThat(second.select("tr[data-program-id]")).hasSize(2);
        assertThat(second.select("tr[data-program-id]").eachAttr("data-program-id"))
                .doesNotContainAnyElementsOf(first.select("tr[data-program-id]").eachAttr("data-program-id"));
        assertThat(reading.page(SignedIn.administrator(), ALL + "?after=made+up")
                        .select("tr[data-program-id]"))
                .hasSize(50);
    }
}
