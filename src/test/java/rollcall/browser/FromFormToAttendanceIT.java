package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.StatusLinks;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

/**
 * A program with five seats, approval and a waitlist, from the public page to attendance: staff only decide, and everybody
 * who registers can read where they stand at any time.
 */
@InBrowser
class FromFormToAttendanceIT {

    private static final List<String> NAMES =
            List.of("Ada", "Bea", "Cleo", "Dora", "Eve", "Fay", "Gus"); // five seats, so that two wait

    private static final int SEATS = 5;

    @Autowired
    Backstage backstage;

    @Autowired
    SimulatedScene simulated;

    @Autowired
    StatusLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Program program;
    String slug;

    private String path(String rest) {
        return "/programs/" + program.key() + rest;
    }

    @Test
    void staffOnlyDecide(Browser browser) throws Exception {
        var start = clock.instant().plus(Duration.ofHours(3));
        program = backstage.program(new ProgramPlan(
                backstage.unique("Five seats"),
                "",
                start,
                start.plus(Duration.ofHours(1)),
                ZoneId.of("Europe/Stockholm"),
                SEATS,
                true,
                true,
                false,
                null));
        simulated.empty(program);
        browser.signIn(backstage.administrator());
        publish(browser);
        switchOnTheMails(browser);

        for (var name : NAMES) {
            register(browser, name);
        }
        assertThat(statuses()).isEqualTo(Map.of("PENDING_APPROVAL", 7L));
        assertThat(ownPage(browser, "Ada")).contains("We are looking at your registration");

        decide(browser);
        assertThat(statuses()).isEqualTo(Map.of("REGISTERED", 5L, "WAITLISTED", 2L));
        assertThat(ownPage(browser, "Gus")).contains("You are on the waitlist", "Your place on the waitlist: 2.");
        browser.eventually(() -> assertThat(ownPage(browser, "Ada")).contains("You are registered"));

        cancel(browser, "Ada");
        browser.eventually(() -> {
            assertThat(status("Fay")).isEqualTo("REGISTERED"); // who waited longest, and nobody pressed anything
            assertThat(statuses()).isEqualTo(Map.of("NOT_IN_PROGRAM", 1L, "REGISTERED", 5L, "WAITLISTED", 1L));
        });
        browser.eventually(() -> assertThat(subjects("Fay"))
                .map(subject -> subject.substring(0, subject.indexOf(':')))
                .contains(
                        "We have received your registration",
                        "You are on the waitlist",
                        "A seat has come free",
                        "You are registered"));

        theWebinarTakesPlace(browser);
        assertThat(statuses()).containsKeys("ATTENDED", "WAITLISTED").doesNotContainKey("REGISTERED");
    }

    private void publish(Browser browser) {
        browser.open(path("/registration"));
        var settings = new Page(browser);
        slug = browser.driver().findElement(By.id("slug")).getDomProperty("value");
        browser.driver().findElement(By.id("published")).click();
        settings.press("Save");
    }

    private void switchOnTheMails(Browser browser) {
        browser.open(path("/campaigns"));
        new Page(browser).press("Switch on all recipes");
    }

    /** As a form on any other site would. */
    private void register(Browser browser, String name) throws IOException, InterruptedException {
        var sent = Map.of("firstName", name, "lastName", "Of Form", "email", emailOf(name));
        var answer = post(browser, "/r/" + slug, sent);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        clock.advance(Duration.ofMinutes(1)); // slower than any machine
    }

    private HttpResponse<String> post(Browser browser, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(browser.base() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private String emailOf(String name) {
        return "%s.%d@example.org".formatted(name.toLowerCase(Locale.ROOT), program.key());
    }

    /** One after the other, the longest waiting first. */
    private void decide(Browser browser) {
        for (var name : NAMES) {
            browser.open("/approvals?program=" + program.key());
            new Page(browser).follow(name + " Of Form");
            var approve = NAMES.indexOf(name) < SEATS ? "Approve " : "Approve to waitlist ";
            Page.headed(browser, name + " Of Form").press(approve + name + " Of Form");
        }
    }

    private void cancel(Browser browser, String name) throws IOException, InterruptedException {
        var answer = post(browser, links.of(member(name)) + "/cancel", Map.of("expected", status(name)));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private void theWebinarTakesPlace(Browser browser) {
        browser.open("/admin/simulator");
        new Page(browser).follow(program.name());
        var control = Page.headed(browser, program.name());
        clock.advance(Duration.ofHours(1)); // everybody was accepted before
        control.press("Start the webinar");
        control.press("Let a crowd come");
        control.root().findElement(By.cssSelector("details.confirm > summary")).click();
        control.press("End it now");
        browser.open(path("/refreshes"));
        new Page(browser).press("Refresh now");
        browser.eventually(() -> assertThat(new Page(browser).mainText()).contains("Done"));
    }

    private Map<String, Long> statuses() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select status, count(*) as n from member where program_id = :program group by status")
                .param("program", program.key())
                .query(row -> {
                    counts.put(row.getString("status"), row.getLong("n"));
                });
        return counts;
    }

    private long member(String name) {
        return jdbc.sql("""
            select m.id from member m join person p on p.id = m.person_id
            where m.program_id = :program and p.email = :email\
            """)
                .param("program", program.key())
                .param("email", emailOf(name))
                .query(Long.class)
                .single();
    }

    private String status(String name) {
        return jdbc.sql("select status from member where id = :id")
                .param("id", member(name))
                .query(String.class)
                .single();
    }

    /** What somebody reads under their own link. */
    private String ownPage(Browser browser, String name) {
        browser.open(links.of(member(name)));
        return new Page(browser).mainText();
    }

    private List<String> subjects(String name) {
        return jdbc.sql("""
            select c.subject from mailbox_copy c join letter l on l.id = c.letter_id where l.member_id = :id order by l.id\
            """).param("id", member(name)).query(String.class).list();
    }
}
