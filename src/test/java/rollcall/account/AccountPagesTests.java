package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import rollcall.program.Actor;
import rollcall.testing.SignedIn;

abstract class AccountPagesTests {

    private static final String PASSWORD = "purple kettle orbit";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    Account ada;
    Cookie session;

    @BeforeEach
    void makeAda() {
        ada = accounts.create(
                Actor.SYSTEM,
                new NewAccount(UUID.randomUUID() + "@example.org", "Ada", Rights.everywhere(Role.VIEWER)));
        session = anotherSession();
    }

    Cookie anotherSession() {
        return mvc.get()
                .uri("/account")
                .with(SignedIn.as(ada))
                .exchange()
                .getRequest()
                .getCookies()[0];
    }

    MockMvcRequestBuilder post(String address) {
        return mvc.post().uri(address).with(csrf()).cookie(session);
    }

    Document page() {
        try {
            return Jsoup.parse(mvc.get()
                    .uri("/account")
                    .cookie(session)
                    .exchange()
                    .getResponse()
                    .getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void settingsAreKeptAndTheLanguageSpokenAtOnce() {
        assertThat(post("/account")
                        .param("name", "  Ada L ")
                        .param("language", "sv")
                        .param("zone", "Europe/Stockholm"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/account");
        var now = accounts.get(ada.id());
        assertThat(now.name()).isEqualTo("Ada L");
        assertThat(now.language()).isEqualTo("sv");
        assertThat(now.zone()).isEqualTo("Europe/Stockholm");
        assertThat(now.shortcuts()).isFalse();
        var page = page();
        assertThat(page.select("h1").text()).isEqualTo("Mitt konto");
        assertThat(page.select("#flash").text()).isEqualTo("Dina inställningar har sparats.");
        assertThat(page.select("#zone option[selected]").attr("value")).isEqualTo("Europe/Stockholm");
        assertThat(page().select("#flash").text()).isEmpty();
    }

    @Test
    void whatCannotBeStandsAtItsField() {
        assertThat(post("/account").param("name", "").param("language", "tlh").param("zone", "Mars/Base"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter a name.", "Choose one of the languages.", "Choose one of the time zones.");
        assertThat(accounts.get(ada.id())).isEqualTo(ada);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsTheOtherSessions() {
        passwords.set(Actor.SYSTEM, ada, PASSWORD);
        var other = anotherSession();
        assertThat(change("wrong", "violet otter balcony"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This is not your current password.");
        assertThat(change(PASSWORD, "violet otter balcony").param("endOthers", "true"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(passwords.knows(accounts.get(ada.id()), "violet otter balcony"))
                .isTrue();
        assertThat(mvc.get().uri("/account").cookie(other)).hasStatus(HttpStatus.FOUND);
        assertThat(mvc.get().uri("/account").cookie(session)).hasStatusOk();
    }

    MockMvcRequestBuilder change(String current, String password) {
        return post("/account/password")
                .param("current", current)
                .param("password", password)
                .param("again", password);
    }

    @Test
    void sessionsAreEndedOneByOneOrAllOthers() {
        var second = anotherSession();
        var third = anotherSession();
        var handles = page().select("button[name=session]").eachAttr("value");
        assertThat(handles).hasSize(2);
        assertThat(page().select("tbody .label").eachText()).containsExactly("This one");
        post("/account/ended-sessions").param("session", handles.getFirst()).exchange();
        assertThat(page().select("button[name=session]")).hasSize(1);
        post("/account/ended-sessions").exchange();
        assertThat(page().select("button[name=session]")).isEmpty();
        assertThat(mvc.get().uri("/account").cookie(second)).hasStatus(HttpStatus.FOUND);
        assertThat(mvc.get().uri("/account").cookie(third)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void nobodyEndsSomebodyElsesSession() {
        var eve = accounts.create(Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Eve", Rights.NONE));
        anotherSession();
        var handle = page().select("button[name=session]").attr("value");
        mvc.post()
                .uri("/account/ended-sessions")
                .with(csrf())
                .with(SignedIn.as(eve))
                .param("session", handle)
                .exchange();
        assertThat(page().select("button[name=session]").eachAttr("value")).containsExactly(handle);
    }

    @Test
    void thePageNeverShowsWhatOpensASession() {
        var id = new String(Base64.getDecoder().decode(session.getValue()), StandardCharsets.UTF_8);
        assertThat(page().html()).doesNotContain(id).doesNotContain(session.getValue());
    }

    @Test
    void anotherAddressNeedsThePasswordAndMustBeFree() {
        passwords.set(Actor.SYSTEM, ada, PASSWORD);
        var taken =
                accounts.create(Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Eve", Rights.NONE));
        var email = UUID.randomUUID() + "@example.org";
        assertThat(changeEmail("nonsense", PASSWORD)).bodyText().contains("Enter an e-mail address", "nonsense");
        assertThat(changeEmail(email, "wrong"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This is not your current password.");
        assertThat(changeEmail(taken.email(), PASSWORD))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Another user has this e-mail address.");
        assertThat(accounts.get(ada.id()).email()).isEqualTo(ada.email());

        assertThat(changeEmail(" " + email, PASSWORD)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(accounts.byEmail(email).map(Account::id)).contains(ada.id());
        assertThat(accounts.byEmail(ada.email())).isEmpty();
        assertThat(page().select("#flash").text()).isEqualTo("From now on you sign in as " + email + ".");
    }

    MockMvcRequestBuilder changeEmail(String email, String password) {
        return post("/account/email").param("email", email).param("emailPassword", password);
    }
}
