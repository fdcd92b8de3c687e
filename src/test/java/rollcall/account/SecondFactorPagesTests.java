package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.program.Actor;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** Each test comes from an address of its own, so that their tries do not add up. */
abstract class SecondFactorPagesTests {

    private static final String PASSWORD = "purple kettle orbit";
    private static final String OTHER_PASSWORD = "violet otter balcony";
    private static final String PAGE = "/account/second-factor";
    private static int addresses;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    @Autowired
    SecondFactors factors;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    SetupLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    final TotpKey key = TotpKey.next();
    Account ada;
    String address;

    @BeforeEach
    void makeAda() {
        address = "10.0.1." + ++addresses;
        ada = accounts.create(
                Actor.SYSTEM,
                new NewAccount(UUID.randomUUID() + "@example.org", "Ada", Rights.everywhere(Role.VIEWER)));
        passwords.set(Actor.SYSTEM, ada, PASSWORD);
    }

    /** Ada has a second factor, and its first code is used. */
    List<String> set() {
        var codes = factors.set(ada.actor(), ada, key, code(key)).orElseThrow();
        clock.advance(TotpKey.STEP);
        return codes;
    }

    String code(TotpKey of) {
        return of.codeAt(TotpKey.stepAt(clock.instant()));
    }

    MvcTestResult givePassword() {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .remoteAddress(address)
                .param("username", ada.email())
                .param("password", PASSWORD)
                .param("next", "/help?a=b")
                .exchange();
    }

    MvcTestResult giveCode(Cookie session, String field, String code) {
        return mvc.post()
                .uri("/login/code")
                .with(csrf())
                .cookie(session)
                .remoteAddress(address)
                .param(field, code)
                .param("next", "/help?a=b")
                .exchange();
    }

    static Cookie session(MvcTestResult answer) {
        return answer.getResponse().getCookie("ROLLCALL");
    }

    MvcTestResult post(Cookie session, String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).cookie(session);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    Cookie signedIn() {
        return mvc.get()
                .uri("/help")
                .with(SignedIn.as(ada))
                .exchange()
                .getRequest()
                .getCookies()[0];
    }

    Document page(Cookie session, String address) {
        return parsed(mvc.get().uri(address).cookie(session).exchange());
    }

    static Document parsed(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void thePasswordAloneOpensNothing() {
        set();
        var first = givePassword();
        assertThat(first).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/login/code?next=%2Fhelp%3Fa%3Db");
        var halfWay = session(first);
        assertThat(mvc.get().uri("/programs").cookie(halfWay))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/login?next=%2Fprograms");
        assertThat(mvc.get().uri("/account").cookie(halfWay)).hasStatus(HttpStatus.FOUND);
        assertThat(page(halfWay, "/help").select("header").text()).doesNotContain("Ada");

        var input = page(halfWay, "/login/code?next=/help").select("#code");
        assertThat(input.attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(input.attr("inputmode")).isEqualTo("numeric");

        var second = giveCode(halfWay, "code", code(key));
        assertThat(second).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/help?a=b");
        assertThat(page(session(second), "/help").select("header").text()).contains("Ada");
        assertThat(mvc.get().uri("/account").cookie(halfWay)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void aCodeThatWasUsedIsRefused() {
        set();
        var code = code(key);
        assertThat(giveCode(session(givePassword()), "code", code)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(giveCode(session(givePassword()), "code", code))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This code is not right, or was used before.");
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        var codes = set();
        assertThat(giveCode(session(givePassword()), "recovery", codes.getFirst()))
                .hasStatus(HttpStatus.SEE_OTHER);
        var again = giveCode(session(givePassword()), "recovery", codes.getFirst());
        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(parsed(again).select("details").hasAttr("open")).isTrue();
        assertThat(factors.recoveryCodesLeft(ada)).isEqualTo(9);
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneWaits() {
        set();
        var halfWay = session(givePassword());
        for (int i = 0; i < 5; i++) {
            throttle.admits(Subject.code(ada.id(), null));
        }
        assertThat(giveCode(halfWay, "code", code(key))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        clock.advance(Duration.ofSeconds(61));
        assertThat(giveCode(halfWay, "code", code(key))).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void anAddressHasTenTriesAMinute() {
        set();
        var halfWay = session(givePassword());
        for (int i = 0; i < 10; i++) {
            throttle.waitOf(Subject.address(address));
        }
        assertThat(giveCode(halfWay, "code", code(key)))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasHeader("Retry-After", "61");
    }

    @Test
    void theCodeIsOwedForTenMinutesAndForThePasswordThatWasGiven() {
        set();
        var slow = session(givePassword());
        clock.advance(HalfWay.LASTS);
        assertThat(giveCode(slow, "code", code(key))).hasRedirectedUrl("/login?next=%2Fhelp%3Fa%3Db");
        var outdated = session(givePassword());
        passwords.set(Actor.SYSTEM, ada, OTHER_PASSWORD);
        assertThat(giveCode(outdated, "code", code(key))).hasRedirectedUrl("/login?next=%2Fhelp%3Fa%3Db");
        assertThat(mvc.get().uri("/login/code")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/login");
    }

    @Test
    void aLinkForThePasswordDoesNotStandInForTheCode() {
        set();
        var link = links.forAccount(Actor.SYSTEM, accounts.get(ada.id()));
        var chosen = mvc.post()
                .uri(link)
                .with(csrf())
                .param("password", OTHER_PASSWORD)
                .param("again", OTHER_PASSWORD)
                .exchange();
        assertThat(chosen).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/login/code");
        assertThat(mvc.get().uri("/programs").cookie(session(chosen))).hasStatus(HttpStatus.FOUND);
        assertThat(giveCode(session(chosen), "code", code(key))).hasRedirectedUrl("/help?a=b");
    }

    @Test
    void isSetWithThePasswordAndTheFirstCode() {
        var session = signedIn();
        var other = signedIn();
        assertThat(mvc.get().uri(PAGE).cookie(session)).hasRedirectedUrl(PAGE + "/new");
        var form = page(session, PAGE + "/new");
        var shown = TotpKey.of(form.select("#factor-key").text().replace(" ", ""));
        assertThat(form.select("img.qr").attr("src")).startsWith("data:image/svg+xml;base64,");
        var sealed = form.select("input[name=sealed]").attr("value");
        assertThat(sealed).doesNotContain(shown.text());

        var wrongPassword = post(session, PAGE, "sealed", sealed, "code", code(shown), "current", "wrong");
        assertThat(wrongPassword)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This is not your current password.");
        assertThat(parsed(wrongPassword).select("#factor-key").text().replace(" ", ""))
                .isEqualTo(shown.text());
        assertThat(post(session, PAGE, "sealed", sealed, "code", "000000", "current", PASSWORD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This is not the code that your app shows now.");
        assertThat(accounts.get(ada.id()).hasSecondFactor()).isFalse();

        assertThat(post(session, PAGE, "sealed", sealed, "code", code(shown), "current", PASSWORD))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl(PAGE);
        var codes = page(session, PAGE).select("#recovery-codes li").eachText();
        assertThat(codes).hasSize(10);
        assertThat(page(session, PAGE).select("#recovery-codes")).isEmpty();
        assertThat(mvc.get().uri("/account").cookie(other)).hasStatus(HttpStatus.FOUND);
        assertThat(giveCode(session(givePassword()), "recovery", codes.getLast()))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aKeyThatWasShownTooLongAgoOrToSomebodyElseIsNotTaken() {
        var session = signedIn();
        var sealed = page(session, PAGE + "/new").select("input[name=sealed]").attr("value");
        clock.advance(Enrolments.GOOD_FOR);
        for (var old : List.of(sealed, "", "nonsense", "00000000:AAAA")) {
            assertThat(post(session, PAGE, "sealed", old, "code", "000000", "current", PASSWORD))
                    .hasStatus(HttpStatus.SEE_OTHER)
                    .hasRedirectedUrl(PAGE + "/new");
        }
    }

    @Test
    void recoveryCodesAreRenewedAndTheFactorRemovedWithThePassword() {
        set();
        var session = session(giveCode(session(givePassword()), "code", code(key)));
        assertThat(post(session, PAGE + "/recovery-codes", "renewalPassword", "wrong"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This is not your current password.");
        assertThat(post(session, PAGE + "/recovery-codes", "renewalPassword", PASSWORD))
                .hasRedirectedUrl(PAGE);
        assertThat(page(session, PAGE).select("#recovery-codes li")).hasSize(10);
        assertThat(post(session, PAGE + "/removal", "removalPassword", "wrong"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(accounts.get(ada.id()).hasSecondFactor()).isTrue();
        assertThat(post(session, PAGE + "/removal", "removalPassword", PASSWORD))
                .hasRedirectedUrl("/account");
        assertThat(accounts.get(ada.id()).hasSecondFactor()).isFalse();
        assertThat(givePassword()).hasRedirectedUrl("/help?a=b");
    }

    @Test
    void anAdministratorRemovesALostFactorAndEndsTheSessions() {
        set();
        var session = session(giveCode(session(givePassword()), "code", code(key)));
        assertThat(mvc.post()
                        .uri("/admin/users/" + ada.id() + "/second-factor-removal")
                        .with(csrf())
                        .with(SignedIn.administrator()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/account").cookie(session)).hasStatus(HttpStatus.FOUND);
        assertThat(givePassword()).hasRedirectedUrl("/help?a=b");
        assertThat(jdbc.sql("select details from audit_entry where kind = 'SECOND_FACTOR_REMOVED' order by id desc"
                                + " limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"account\":" + ada.id() + "}");
    }

    @Test
    void theAuditSaysHowSomebodySignedIn() {
        set();
        giveCode(session(givePassword()), "code", "000000");
        giveCode(session(givePassword()), "code", code(key));
        assertThat(jdbc.sql("select kind || details from audit_entry where actor_key = :ada and kind like 'SIGN%'"
                                + " order by id")
                        .param("ada", ada.actor().key())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .satisfies(said ->
                        assertThat(said.getFirst()).startsWith("SIGN_IN_FAILED").contains("secondFactor"))
                .satisfies(said -> assertThat(said.getLast()).isEqualTo("SIGNED_IN{\"secondFactor\":\"APP\"}"));
    }
}
