package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.program.Actor;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** Each test comes from an address of its own, so that their tries do not add up. */
abstract class SignInPagesTests {

    private static final String PASSWORD = "purple kettle orbit";
    private static int addresses;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    TestClock clock;

    Account ada;
    String address;

    @BeforeEach
    void begin() {
        address = "10.0.0." + ++addresses;
        ada = accounts.create(
                Actor.SYSTEM,
                new NewAccount(UUID.randomUUID() + "@example.org", "Ada", Rights.everywhere(Role.VIEWER)));
        passwords.set(Actor.SYSTEM, ada, PASSWORD);
    }

    MvcTestResult signIn(String email, String password, Cookie... cookies) {
        var request = mvc.post()
                .uri("/login")
                .with(csrf())
                .remoteAddress(address)
                .param("username", email)
                .param("password", password);
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    /** As many wrong passwords, without the time that looking at them takes. */
    void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.admits(Subject.account(ada.email()));
        }
    }

    @Test
    void theRightPasswordOpens() {
        var answer = signIn(ada.email(), PASSWORD);
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/programs");
        assertThat(answer.getResponse().getCookie("ROLLCALL")).satisfies(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        });
        assertThat(mvc.get().uri("/help").cookie(answer.getResponse().getCookie("ROLLCALL")))
                .hasStatusOk()
                .bodyText()
                .contains("<bdi>Ada</bdi>");
    }

    @Test
    void theAddressIsComparedWithoutCaseAndSpaces() {
        assertThat(signIn("  " + ada.email().toUpperCase(Locale.ROOT) + " ", PASSWORD))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void wrongAndUnknownGetTheSameAnswer() {
        var wrong = signIn(ada.email(), "wrong");
        var unknown = signIn("nobody@example.org", "wrong");
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(unknown).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text(wrong).replace(ada.email(), "nobody@example.org")).isEqualTo(text(unknown));
    }

    private static String text(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString())
                    .select("main")
                    .text();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void fiveTriesAreFreeThenOneWaits() {
        fail(5);
        assertThat(signIn(ada.email(), PASSWORD)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        clock.advance(Duration.ofSeconds(61));
        assertThat(signIn(ada.email(), PASSWORD)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aKnownDeviceIsNotLockedOutByOthers() {
        var device = signIn(ada.email(), PASSWORD).getResponse().getCookie(Welcome.DEVICE);
        fail(5);
        assertThat(signIn(ada.email(), PASSWORD)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(signIn(ada.email(), PASSWORD, device)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void anAddressHasTenTriesAMinute() {
        for (int i = 0; i < 10; i++) {
            throttle.waitOf(Subject.address(address));
        }
        var refused = signIn(ada.email(), PASSWORD);
        assertThat(refused).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER)))
                .isBetween(1, 61);
        clock.advance(Duration.ofSeconds(61));
        assertThat(signIn(ada.email(), PASSWORD)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void whoWasSentToSignInComesBack() {
        assertThat(mvc.get().uri(URI.create("/programs?q=a%20b")))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/login?next=%2Fprograms%3Fq%3Da%2520b");
        assertThat(mvc.get().uri("/login").param("next", "/programs?q=a%20b"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"next\" value=\"/programs?q=a%20b\"");
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        for (var next :
                new String[] {"//evil.example", "/\\evil.example", "https:evil.example", "/%0d%0a\r\nx", "evil"}) {
            assertThat(mvc.post()
                            .uri("/login")
                            .with(csrf())
                            .remoteAddress(address)
                            .param("username", ada.email())
                            .param("password", PASSWORD)
                            .param("next", next))
                    .hasRedirectedUrl("/programs");
        }
    }

    @Test
    void theSessionGetsANewIdAndTheOldOneIsVoid() {
        var before = mvc.get().uri("/login").exchange().getResponse().getCookie("ROLLCALL");
        var after = signIn(ada.email(), PASSWORD, before).getResponse().getCookie("ROLLCALL");
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(mvc.get().uri("/help").cookie(before)).bodyText().doesNotContain("<bdi>Ada</bdi>");
    }

    @Test
    void signingOutEndsTheSession() {
        var session = signIn(ada.email(), PASSWORD).getResponse().getCookie("ROLLCALL");
        assertThat(mvc.post().uri("/logout").cookie(session).with(csrf()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/login")
                .hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        assertThat(mvc.get().uri("/programs").cookie(session)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void anOldSessionEndsHoweverOftenItIsUsed() {
        var session = signIn(ada.email(), PASSWORD).getResponse().getCookie("ROLLCALL");
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(mvc.get().uri("/programs").cookie(session)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void whoIsSignedInDoesNotSeeTheSignIn() {
        assertThat(mvc.get().uri("/login").with(SignedIn.as(ada)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/programs");
    }
}
