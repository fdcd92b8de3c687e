package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.springframework.boot.test.web.server.LocalServerPort;
import rollcall.testing.InBrowser;

@InBrowser
class HealthIT {

    @LocalServerPort
    int port;

    @Test
    void tellsAnybodyThatTheApplicationIsUpAndNothingElse(WebDriver browser) {
        browser.get("http://localhost:" + port + "/actuator/health");

        assertThat(browser.getPageSource())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components")
                .doesNotContain("H2");
    }
}
