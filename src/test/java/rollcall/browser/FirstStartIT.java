package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

/** From the first line on the console to the sample program, in a database of its own. */
@ExtendWith(OutputCaptureExtension.class) // before the application starts, for it speaks then
@InBrowser
@TestPropertySource(properties = "rollcall.sample=true")
class FirstStartIT {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/setup/\\S+)");

    @Test
    void leadsFromTheConsoleToTheSampleProgram(Browser browser, CapturedOutput console) {
        assertThat(SignInPage.open(browser).text()).contains("Nobody can sign in yet.");
        browser.open(linkOn(console));
        var page = Page.headed(browser, "Become the first administrator");
        page.fill("E-mail address", "ada@example.org");
        page.fill("Name", "Ada Lovelace");
        page.fill("New password", "short");
        page.fill("New password, once more", "short");
        page.press("Save and sign in");
        assertThat(page.problems()).containsExactly("The password needs at least 12 characters.");

        page.fill("New password", Backstage.PASSWORD);
        page.fill("New password, once more", Backstage.PASSWORD);
        page.press("Save and sign in");

        Page.headed(browser, "Programs").follow("Onboarding that people remember");
        var summary = Page.headed(browser, "Onboarding that people remember");
        assertThat(summary.text()).contains("40 invented people in all ten statuses");
        summary.press("Remove the sample");
        assertThat(Page.headed(browser, "Programs").text()).contains("No programs yet");
        browser.open(linkOn(console));
        Page.headed(browser, "This link no longer works");
    }

    private static String linkOn(CapturedOutput console) {
        var link = LINK.matcher(console.getOut());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
