package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.testing.OnH2;

/** A database of its own, in which nobody has an account yet. */
@OnH2
@TestPropertySource(properties = "rollcall.test=first-start")
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {

    private static final String PASSWORD = "purple kettle orbit";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SetupOffer offer;

    @Autowired
    Accounts accounts;

    @Test
    void theLinkOnTheConsoleMakesTheFirstAdministratorOnce(CapturedOutput console) {
        assertThat(mvc.get().uri("/login")).hasStatusOk().bodyText().contains("Nobody can sign in yet.");
        var first = linkOn(console);
        var link = linkOn(console);
        assertThat(mvc.get().uri(first)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("Become the first administrator");
        assertThat(choose(link, "nonsense", "password1234"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter an e-mail address", "too easy to guess");
        assertThat(accounts.none()).isTrue();

        var chosen = choose(link, "ada@example.org", PASSWORD);
        assertThat(chosen).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/programs");
        assertThat(accounts.byEmail("ada@example.org").orElseThrow().rights()).isEqualTo(Rights.ADMINISTRATOR);
        assertThat(mvc.get().uri("/admin/users").cookie(chosen.getResponse().getCookie("ROLLCALL")))
                .hasStatusOk();

        assertThat(choose(link, "eve@example.org", PASSWORD)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/login")).bodyText().doesNotContain("Nobody can sign in yet.");
        var before = console.getOut().length();
        offer.offerLink();
        assertThat(console.getOut().substring(before)).doesNotContain("/setup/");
    }

    private String linkOn(CapturedOutput console) {
        offer.offerLink();
        var out = console.getOut();
        return out.substring(out.lastIndexOf("http://localhost:8080/setup/"))
                .strip()
                .replace("http://localhost:8080", "");
    }

    private MvcTestResult choose(String link, String email, String password) {
        return mvc.post()
                .uri(link)
                .with(csrf())
                .param("email", email)
                .param("name", "Ada")
                .param("password", password)
                .param("again", password)
                .exchange();
    }
}
