package rollcall.browser;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

/** A webinar at the simulator from invitation to follow-up: all mails come of the recipes, and lie in the mailbox. */
@InBrowser
class RecipesIT {

    /** One of them comes, one watches the recording, one stays away: so does the simulator's crowd. */
    private static final List<String> NAMES = List.of("Ada Lovelace", "Alan Turing", "Grace Hopper");

    /** What is due is looked for every five seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Backstage backstage;

    @Autowired
    SimulatedScene simulated;

    @Autowired
    TestClock clock;

    Program program;

    @BeforeEach
    void everybodyIsInvited(Browser browser) {
        program = backstage.program("Spring launch");
        simulated.empty(program);
        backstage.members(program, NAMES, StatusCode.INVITED);
        browser.signIn(backstage.administrator());
    }

    private String path(String rest) {
        return "/programs/" + program.key() + rest;
    }

    @Test
    void writeEveryMailFromInvitationToFollowUp(Browser browser) {
        switchOnAndInvite(browser);
        awaitMailbox(browser, "3 × You are invited");
        NAMES.forEach(name -> register(browser, name));
        awaitMailbox(browser, "3 × You are invited", "3 × You are registered");

        at(browser, program.startsAt().minus(Duration.ofDays(1)));
        awaitMailbox(browser, "3 × Tomorrow", "3 × You are invited", "3 × You are registered");
        at(browser, program.startsAt().minus(Duration.ofHours(1)));
        awaitMailbox(browser, "3 × In an hour", "3 × Tomorrow", "3 × You are invited", "3 × You are registered");
        at(browser, program.startsAt().minus(Duration.ofMinutes(10))); // the doors are open
        assertThat(leadTo(browser, "has not started yet", "You are registered", "Tomorrow", "In an hour"))
                .isEqualTo(9);

        takePlace(browser);
        awaitMailbox(
                browser,
                "1 × Thank you for coming",
                "1 × Thank you for watching",
                "1 × We missed you",
                "3 × In an hour",
                "3 × Tomorrow",
                "3 × You are invited",
                "3 × You are registered");
        assertThat(leadTo(browser, "Watch the recording", "We missed you")).isEqualTo(1);
    }

    private void switchOnAndInvite(Browser browser) {
        browser.open(path("/campaigns"));
        new Page(browser).press("Switch on all recipes");
        new Page(browser).follow("Invitation");
        new Page(browser).follow("Dry run, run now");
        new Page(browser).press("Run now for these 3");
        assertThat(new Page(browser).said()).isEqualTo("3 members came in.");
    }

    private void register(Browser browser, String name) {
        browser.open(path("/members?status=INVITED"));
        var row = new MemberList(browser).row(name);
        row.openChange();
        row.change("Registered", "");
        browser.eventually(() -> {
            browser.open(path("/members?status=REGISTERED"));
            assertThat(new MemberList(browser).names()).contains(name);
        });
    }

    /** Long enough from now that nobody is signed in any more. */
    private void at(Browser browser, Instant instant) {
        clock.set(instant);
        browser.signIn(backstage.administrator());
    }

    private void takePlace(Browser browser) {
        browser.open("/admin/simulator");
        new Page(browser).follow(program.name());
        var control = Page.headed(browser, program.name());
        control.press("Start the webinar");
        control.press("Let a crowd come");
        control.root().findElement(By.cssSelector("details.confirm > summary")).click();
        control.press("End it now");
        at(browser, program.endsAt().plus(Duration.ofMinutes(1)));
        browser.open(path("/refreshes"));
        new Page(browser).press("Refresh now");
    }

    private void awaitMailbox(Browser browser, String... subjects) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(mailbox(browser)).containsExactly(subjects));
    }

    /** How often each subject is there. */
    private List<String> mailbox(Browser browser) {
        return letters(browser).stream().collect(groupingBy(this::subject, counting())).entrySet().stream()
                .map(one -> one.getValue() + " × " + one.getKey())
                .sorted()
                .toList();
    }

    private List<WebElement> letters(Browser browser) {
        browser.open("/mailbox?program=" + program.key());
        return browser.driver().findElements(By.cssSelector("#mailbox tbody tr"));
    }

    /** Without the program's name. */
    private String subject(WebElement line) {
        return line.findElement(By.cssSelector("th a")).getText().replace(": " + program.name(), "");
    }

    /** How many letters with these subjects have a link into the webinar to where it says so. */
    private long leadTo(Browser browser, String words, String... subjects) {
        var ids = letters(browser).stream()
                .filter(line -> List.of(subjects).contains(subject(line)))
                .map(line -> line.getDomAttribute("data-letter-id"))
                .toList();
        return ids.stream().filter(id -> leadsTo(browser, words, id)).count();
    }

    private static boolean leadsTo(Browser browser, String words, String letter) {
        browser.open("/mailbox/%s/body".formatted(letter));
        var link = browser.driver().findElement(By.cssSelector("a[href*='/go/']"));
        browser.open(target(browser, URI.create(link.getDomAttribute("href")).getPath()));
        return new Page(browser).mainText().contains(words);
    }

    /** Where that page of ours sends its visitors. A browser would look for it at our public address, which is not here. */
    private static String target(Browser browser, String path) {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(browser.base() + path)).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
