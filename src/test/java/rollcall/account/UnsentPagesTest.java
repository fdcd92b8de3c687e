package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.program.Actor;
import rollcall.testing.OnH2;

/** What somebody typed comes back to them, and to nobody else, when the session had ended before they sent it. */
@OnH2
class UnsentPagesTest {

    private static final String PASSWORD = "purple kettle orbit";
    private static int addresses;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    Account ada;

    @BeforeEach
    void begin() {
        ada = account();
    }

    private Account account() {
        var account = accounts.create(
                Actor.SYSTEM,
                new NewAccount(UUID.randomUUID() + "@example.org", "Ada", Rights.everywhere(Role.MANAGER)));
        passwords.set(Actor.SYSTEM, account, PASSWORD);
        return account;
    }

    /** A form that somebody sent whose session has ended; the browser still says whose it was. */
    private MockMvcRequestBuilder form(String address, Cookie... cookies) {
        return mvc.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header(HttpHeaders.REFERER, "http://localhost/programs/new")
                .cookie(cookies);
    }

    private MockMvcRequestBuilder newProgram(Cookie... cookies) {
        return form("/programs", cookies)
                .param("_csrf", "of before")
                .param("name", "Ä \"launch\" & <more>")
                .param("description", "Two lines:\n</textarea>")
                .param("fourEyes", "true")
                .param("_fourEyes", "on")
                .param("_waitlistOn", "on")
                .param("capacity", "40");
    }

    private MvcTestResult signIn(Account account, Document page, Cookie... cookies) {
        var request = mvc.post().uri("/login");
        return (cookies.length == 0 ? request : request.cookie(cookies))
                .with(csrf())
                .remoteAddress("10.9.0." + ++addresses)
                .param("username", account.email())
                .param("password", PASSWORD)
                .param("next", page.select("input[name=next]").val())
                .param("unsent", page.select("input[name=unsent]").val())
                .exchange();
    }

    private Cookie last(Account account) {
        return signIn(account, new Document("")).getResponse().getCookie(LastAccount.COOKIE);
    }

    private static Cookie session(MvcTestResult signedIn) {
        return signedIn.getResponse().getCookie("ROLLCALL");
    }

    private Document get(String address, Cookie session) {
        return page(mvc.get().uri(address).cookie(session).exchange());
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void theFormIsThereAgainAfterSigningIn() {
        var last = last(ada);
        var sent = newProgram(last).exchange();
        assertThat(sent).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(page(sent).select("h1").text()).isEqualTo("Sign in");
        assertThat(page(sent).select("#kept").text()).startsWith("What you typed is not lost");

        var signedIn = signIn(ada, page(sent), last);
        assertThat(signedIn).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/programs/new");

        var form = get("/programs/new", session(signedIn));
        assertThat(form.select("#unsent-title").text()).isEqualTo("Not saved yet");
        var fields = form.select("main form");
        assertThat(fields.select("[name=name]").val()).isEqualTo("Ä \"launch\" & <more>");
        assertThat(fields.select("[name=description]").val()).isEqualTo("Two lines:\n</textarea>");
        assertThat(fields.select("[name=capacity]").val()).isEqualTo("40");
        assertThat(fields.select("[name=fourEyes]").hasAttr("checked")).isTrue();
        assertThat(fields.select("[name=waitlistOn]").hasAttr("checked")).isFalse();
        var again = form.select("form[data-unsent]");
        assertThat(again.attr("action")).isEqualTo("/programs");
        assertThat(again.select("[name=_csrf]").eachAttr("value"))
                .isEqualTo(fields.select("[name=_csrf]").eachAttr("value"))
                .hasSize(1)
                .doesNotContain("of before");
        assertThat(again.select("[name=name]").val()).isEqualTo("Ä \"launch\" & <more>");

        assertThat(get("/programs/new", session(signedIn)).select(".unsent")).isEmpty();
    }

    @Test
    void aWrongPasswordLosesNothing() {
        var last = last(ada);
        var sent = page(newProgram(last).exchange());
        var failed = mvc.post()
                .uri("/login")
                .with(csrf())
                .remoteAddress("10.9.0." + ++addresses)
                .param("username", ada.email())
                .param("password", "wrong")
                .param("unsent", sent.select("input[name=unsent]").val())
                .exchange();
        assertThat(page(failed).select("input[name=unsent]").val())
                .isEqualTo(sent.select("input[name=unsent]").val())
                .startsWith("/programs?");
    }

    @Test
    void nobodyElseGetsWhatSomebodyTyped() {
        var last = last(ada);
        var signedIn = signIn(account(), page(newProgram(last).exchange()), last);
        assertThat(get("/programs/new", session(signedIn)).select(".unsent")).isEmpty();
    }

    @Test
    void aPageThatHasNoSuchFormShowsItAllTheSame() {
        var last = last(ada);
        var sent = page(form("/programs/1/status-changes", last)
                .header(HttpHeaders.REFERER, "http://localhost/no-such-page")
                .param("reason", "because")
                .exchange());
        var signedIn = signIn(ada, sent, last);
        assertThat(get("/programs", session(signedIn))
                        .select("form[data-unsent] [name=reason]")
                        .val())
                .isEqualTo("because");
    }

    @Test
    void secretsAndFilesAndEndlessTextsAreNotKept() {
        var last = last(ada);
        var password =
                form("/account/password", last).param("password", "a new one").exchange();
        var nothing = form("/programs/1/archive", last).param("_csrf", "x").exchange();
        var endless = form("/programs", last).param("name", "x".repeat(300_000)).exchange();
        var unknown =
                form("/programs", new Cookie("other", "1")).param("name", "x").exchange();
        assertThat(new MvcTestResult[] {password, nothing, endless, unknown})
                .allSatisfy(answer -> assertThat(answer)
                        .hasStatus(HttpStatus.FOUND)
                        .hasRedirectedUrl("/login?next=%2Fprograms%2Fnew"));
    }

    @Test
    void aPageOfAnEarlierSessionBringsItsFormIntoTheNewOne() {
        var signedIn = signIn(ada, new Document(""));
        var last = signedIn.getResponse().getCookie(LastAccount.COOKIE);

        assertThat(newProgram(last, session(signedIn)).exchange())
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/programs/new");
        assertThat(get("/programs/new", session(signedIn))
                        .select("main [name=capacity]")
                        .val())
                .isEqualTo("40");
        assertThat(newProgram(session(signedIn)).exchange())
                .as("from another site")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatHtmxSentIsAnsweredWithTheWayToTheSignIn() {
        assertThat(newProgram(last(ada))
                        .header("HX-Request", "true")
                        .header("HX-Current-URL", "http://localhost/programs/new")
                        .exchange())
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", "/login?next=%2Fprograms%2Fnew");
    }

    @Test
    void everyPageSaysHowLongTheSessionLastsAndOneRequestProlongsIt() {
        var signedIn = signIn(ada, new Document(""));
        var page = get("/programs", session(signedIn));
        assertThat(page.body().attr("data-session-seconds")).isEqualTo("28800");
        assertThat(page.select("dialog#session-end form").attr("action")).isEqualTo("/account/session");
        assertThat(mvc.post().uri("/account/session").with(csrf()).cookie(session(signedIn)))
                .hasStatus(HttpStatus.NO_CONTENT)
                .hasHeader(SessionEnd.HEADER, "28800");
        assertThat(page(mvc.get().uri("/login").exchange()).select("dialog#session-end"))
                .isEmpty();
    }

    @Test
    void signingOutForgetsWhoseBrowserItWas() {
        var signedIn = signIn(ada, new Document(""));
        var out =
                mvc.post().uri("/logout").with(csrf()).cookie(session(signedIn)).exchange();
        assertThat(out.getResponse().getCookie(LastAccount.COOKIE).getMaxAge()).isZero();
    }
}
