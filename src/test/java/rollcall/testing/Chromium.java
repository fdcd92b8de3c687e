package rollcall.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Hands the one headless Chromium of all browser tests to whoever takes a {@link ChromeDriver} or {@link WebDriver}. Each
 * test gets it without cookies. Where it is not at a usual place, the environment variables {@code CHROME_BIN} and
 * {@code CHROMEDRIVER} say where it is.
 */
public final class Chromium implements ParameterResolver {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Chromium.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().isAssignableFrom(ChromeDriver.class)
                && WebDriver.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public ChromeDriver resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var driver = test.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Running.class, none -> new Running(start()), Running.class)
                .driver();
        driver.manage().deleteAllCookies();
        return driver;
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
