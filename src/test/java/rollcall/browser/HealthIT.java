package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class HealthIT {

    @Test
    void tellsAnybodyThatTheApplicationIsUpAndNothingElse(Browser browser) {
        browser.open("/actuator/health");

        assertThat(browser.driver().getPageSource())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components")
                .doesNotContain("H2");
    }
}
