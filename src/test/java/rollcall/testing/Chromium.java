package rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Hands the one headless Chromium of all browser tests, or their own, to those that take a {@link Browser}. Each test gets it as new, and
 * fails when the console complained of a script or of the content security policy. Where Chromium is not at a usual
 * place, the environment variables {@code CHROME_BIN} and {@code CHROMEDRIVER} say where it is.
 */
final class Chromium implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Chromium.class);

    /** A page that is refused, as a test may want it, is told by the console as well. */
    private static final Pattern REFUSAL =
            Pattern.compile("responded with a status of (400|401|403|404|405|409|413|422)");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(HERE).computeIfAbsent(Browser.class, none -> fresh(test), Browser.class);
    }

    private static Browser fresh(ExtensionContext test) {
        var own = test.getRequiredTestClass().isAnnotationPresent(InItsOwnBrowser.class);
        var driver = test.getRoot()
                .getStore(HERE)
                .computeIfAbsent(own ? "own" : "shared", none -> new Running(start()), Running.class)
                .driver();
        var browser = new Browser(driver, SpringExtension.getApplicationContext(test));
        browser.reset();
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var browser = test.getStore(HERE).get(Browser.class, Browser.class);
        if (browser != null && test.getExecutionException().isEmpty()) {
            assertThat(browser.console())
                    .as("console")
                    .allMatch(complaint -> REFUSAL.matcher(complaint).find());
        }
    }

    private static ChromeDriver start() {
        // With both files named, Selenium has no reason to look for a browser, or to download one.
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("CHROMEDRIVER", "chromedriver", "chromium-browser/chromedriver")
                        .toFile())
                .build();
        var options = new ChromeOptions()
                .setBinary(find("CHROME_BIN", "chromium", "chromium-browser", "google-chrome")
                        .toFile())
                .addArguments("--headless=new", "--disable-dev-shm-usage", "--window-size=1280,900", "--lang=en");
        options.setCapability(ChromeOptions.LOGGING_PREFS, Map.of(LogType.BROWSER, "ALL"));
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox"); // Chromium does not start as root otherwise
        }
        return new ChromeDriver(service, options);
    }

    private static Path find(String variable, String... names) {
        return Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .or(() -> inUsualPlaces(names))
                .orElseThrow(() -> new IllegalStateException(
                        names[0] + " is missing: install it or say in " + variable + " where it is."));
    }

    private static Optional<Path> inUsualPlaces(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of("/usr/bin/", "/usr/local/bin/", "/usr/lib/", "/snap/bin/")
                        .map(folder -> Path.of(folder + name)))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private record Running(ChromeDriver driver) implements AutoCloseable {

        @Override
        public void close() {
            driver.quit();
        }
    }
}
