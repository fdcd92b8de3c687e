package rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.context.ApplicationContext;
import rollcall.account.Account;

/** A Chromium, looking at the application of the test that runs. */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ChromeDriver driver;
    private final ApplicationContext application;
    private final String base;

    Browser(ChromeDriver driver, ApplicationContext application) {
        this.driver = driver;
        this.application = application;
        this.base = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Where the application is, without a slash at the end. */
    public String base() {
        return base;
    }

    public void open(String path) {
        driver.get(base + path);
    }

    /** Path and query of the page that is open. */
    public String path() {
        return driver.getCurrentUrl().substring(base.length());
    }

    /** Goes on as somebody who signed in a moment ago. */
    public void signIn(Account account) {
        command(
                "Network.setCookie",
                Map.of(
                        "name",
                        "ROLLCALL",
                        "value",
                        SignedIn.sessionOf(application, account),
                        "url",
                        base,
                        "httpOnly",
                        true));
    }

    /** What a link hands out, as a file, to whoever is signed in here. */
    public String download(WebElement link) {
        var request = HttpRequest.newBuilder(URI.create(link.getDomProperty("href")))
                .header(
                        "Cookie",
                        "ROLLCALL=" + driver.manage().getCookieNamed("ROLLCALL").getValue())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;");
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** How pages look to somebody whose system is set to that. Nothing moves by itself, so that no click misses. */
    public void system(String colors) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colors),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Makes the page that wide, in CSS pixels. */
    public void width(int pixels) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What makes the page wider than that; nothing when it is not. */
    @SuppressWarnings("unchecked")
    public List<String> widerThan(int pixels) {
        return (List<String>) driver.executeScript("""
            const name = (one) => [one.localName, ...one.classList].join('.') + (one.id && '#' + one.id);
            const wide = (one) => one.getBoundingClientRect().right > arguments[0];
            const {scrollWidth} = document.documentElement;
            return scrollWidth <= arguments[0]
              ? []
              : [scrollWidth + ' pixels', ...[...document.body.querySelectorAll('*')].filter(wide).map(name)];
            """, pixels);
    }

    public void fullWidth() {
        command("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Pages that are opened from now on run no script. */
    public void withoutScripts() {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Each page that this browser opens from now on, in this test and later ones, runs that script first. */
    public void onEveryPage(String script) {
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Forgets whatever the test before did. */
    void reset() {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        fullWidth();
        system("light");
        driver.get(base + "/img/favicon.svg"); // about:blank is another site, and costs a process for each test
        command("Network.clearBrowserCookies", Map.of());
        console();
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /** What the console complained of since it was asked last. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Does what leads to another page, and waits until that is there. */
    public void leave(Runnable act) {
        var before = driver.findElement(By.tagName("html"));
        act.run();
        until(() -> gone(before) && "complete".equals(driver.executeScript("return document.readyState")));
    }

    private static boolean gone(WebElement element) {
        try {
            element.getTagName();
            return false;
        } catch (StaleElementReferenceException | NoSuchElementException gone) {
            return true;
        } catch (WebDriverException broken) {
            // So a driver says it that was asked while the page was being replaced.
            return String.valueOf(broken.getMessage()).contains("does not belong to the document");
        }
    }

    public void until(Supplier<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(Browser::ofAPageThatChanges)
                .until(condition::get);
    }

    /** Repeats an assertion until it holds, for what a script does to the page in its own time. */
    public void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(Browser::ofAPageThatChanges)
                .untilAsserted(assertion);
    }

    private static boolean ofAPageThatChanges(Throwable thrown) {
        return thrown instanceof StaleElementReferenceException || thrown instanceof NoSuchElementException;
    }
}
