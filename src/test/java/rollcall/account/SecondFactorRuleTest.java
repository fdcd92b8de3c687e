package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Programs;
import rollcall.testing.OnH2;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** Administrators and managers must have a second factor, viewers and approvers need not. */
@OnH2
@TestPropertySource(properties = "rollcall.second-factor=ADMINISTRATOR,MANAGER")
class SecondFactorRuleTest {

    private static final String PASSWORD = "purple kettle orbit";
    private static final String NEW = "/account/second-factor/new";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    @Autowired
    SecondFactors factors;

    @Autowired
    Programs programs;

    @Autowired
    TestClock clock;

    Account account(Rights rights) {
        var account =
                accounts.create(Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Somebody", rights));
        passwords.set(Actor.SYSTEM, account, PASSWORD);
        return account;
    }

    @Test
    void whoMustHaveOneCanDoNothingButSetIt() {
        var boss = account(Rights.ADMINISTRATOR);
        for (var address : new String[] {"/", "/programs", "/account", "/admin/users", "/admin/audit", "/jobs/1"}) {
            assertThat(mvc.get().uri(address).with(SignedIn.as(boss)))
                    .as(address)
                    .hasStatus(HttpStatus.FOUND)
                    .hasRedirectedUrl(NEW);
        }
        assertThat(mvc.post().uri("/programs").with(csrf()).with(SignedIn.as(boss)))
                .hasRedirectedUrl(NEW);
        assertThat(mvc.get().uri("/programs").header("HX-Request", "true").with(SignedIn.as(boss)))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", NEW);
        assertThat(mvc.get().uri(NEW).with(SignedIn.as(boss)))
                .hasStatusOk()
                .bodyText()
                .contains("Your role asks for a second factor.")
                .doesNotContain("Cancel");
        assertThat(mvc.post().uri("/logout").with(csrf()).with(SignedIn.as(boss)))
                .hasRedirectedUrl("/login");
    }

    @Test
    void whoHasOneGoesOn() {
        var boss = account(Rights.ADMINISTRATOR);
        var session = signIn(boss, TotpKey.next());
        assertThat(mvc.get().uri("/admin/users").cookie(session)).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/account/second-factor/removal")
                        .with(csrf())
                        .cookie(session)
                        .param("removalPassword", PASSWORD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("cannot be switched off");
        assertThat(accounts.get(boss.id()).hasSecondFactor()).isTrue();
        account(Rights.ADMINISTRATOR);
        assertThat(mvc.get().uri("/admin/users").cookie(session)).bodyText().contains("Missing");
    }

    Cookie signIn(Account account, TotpKey key) {
        factors.set(account.actor(), account, key, key.codeAt(TotpKey.stepAt(clock.instant())));
        clock.advance(TotpKey.STEP);
        var halfWay = mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", account.email())
                .param("password", PASSWORD)
                .exchange();
        return mvc.post()
                .uri("/login/code")
                .with(csrf())
                .cookie(halfWay.getResponse().getCookie("ROLLCALL"))
                .param("code", key.codeAt(TotpKey.stepAt(clock.instant())))
                .exchange()
                .getResponse()
                .getCookie("ROLLCALL");
    }

    @Test
    void aManagerOfASingleProgramIsBoundAndAnApproverIsNot() {
        assertThat(mvc.get().uri("/programs").with(SignedIn.as(account(Rights.everywhere(Role.APPROVER)))))
                .hasStatusOk();
        var program = programs.create(Actor.SYSTEM, Plans.named("A program")).key();
        assertThat(mvc.get().uri("/programs").with(SignedIn.as(account(Rights.in(program, Role.MANAGER)))))
                .hasRedirectedUrl(NEW);
    }

    @Test
    void whoIsNotSignedInIsSentToSignIn() {
        assertThat(mvc.get().uri("/programs")).hasRedirectedUrl("/login?next=%2Fprograms");
        assertThat(mvc.get().uri(NEW)).hasStatus(HttpStatus.FOUND);
    }
}
