package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class UsersPagesTests {

    private static final String PASSWORD = "purple kettle orbit";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    @Autowired
    Programs programs;

    @Autowired
    TestClock clock;

    Account ada;

    @BeforeEach
    void makeAda() {
        SignedIn.account(accounts, Rights.ADMINISTRATOR);
        ada = accounts.create(Actor.SYSTEM, new NewAccount(address(), "Ada", Rights.everywhere(Role.VIEWER)));
    }

    static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    MockMvcRequestBuilder post(String address) {
        return mvc.post().uri(address).with(csrf()).with(SignedIn.administrator());
    }

    String page(String address, RequestPostProcessor who) {
        return body(mvc.get().uri(address).with(who));
    }

    static String body(MockMvcRequestBuilder request) {
        try {
            return request.exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Account now() {
        return accounts.get(ada.id());
    }

    String adas() {
        return "/admin/users/" + ada.id();
    }

    @Test
    void moreUsersNeedNoMoreQueries() {
        var who = SignedIn.as(SignedIn.account(accounts, Rights.ADMINISTRATOR));
        page("/admin/users", who);
        var before = Queries.of(() -> page("/admin/users", who));
        for (int i = 0; i < 3; i++) {
            var program =
                    programs.create(Actor.SYSTEM, Plans.named("Autumn " + i)).key();
            var rights = new Rights(false, null, Map.of(program, Role.MANAGER));
            accounts.create(Actor.SYSTEM, new NewAccount(address(), "Eve", rights));
        }
        var after = Queries.of(() -> page("/admin/users", who));
        assertThat(after).hasSameSizeAs(before).isNotEmpty();
    }

    @Test
    void theListNamesEverybodyWithTheirRoles() {
        var row = Jsoup.parse(page("/admin/users", SignedIn.administrator()))
                .select("tr[data-account-id=" + ada.id() + "] > *")
                .eachText();
        assertThat(row).containsExactly("Ada", ada.email(), "Viewer, all programs", "Invited", "Off");
    }

    @Test
    void aNewUserGetsALinkThatIsShownOnce() {
        var email = address();
        var created = post("/admin/users")
                .param("email", email)
                .param("name", "Grace")
                .param("everywhere", "MANAGER")
                .exchange();
        var grace = accounts.byEmail(email).orElseThrow();
        assertThat(created).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/admin/users/" + grace.id());
        assertThat(grace.name()).isEqualTo("Grace");
        assertThat(grace.rights()).isEqualTo(Rights.everywhere(Role.MANAGER));
        assertThat(grace.hasPassword()).isFalse();
    }

    @Test
    void theLinkStandsOnTheNextPageAndOnNoOther() {
        var session = mvc.get()
                .uri("/admin/users")
                .with(SignedIn.administrator())
                .exchange()
                .getRequest()
                .getCookies()[0];
        assertThat(mvc.post().uri(adas() + "/setup-links").with(csrf()).cookie(session))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(mvc.get().uri(adas()).cookie(session))).contains("http://localhost:8080/setup/");
        assertThat(body(mvc.get().uri(adas()).cookie(session))).doesNotContain("/setup/");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertThat(post("/admin/users").param("email", "nonsense").param("name", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter an e-mail address", "Enter a name", "value=\"nonsense\"");
        assertThat(post("/admin/users")
                        .param("email", ada.email().toUpperCase(Locale.ROOT))
                        .param("name", "B"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Another user has this e-mail address");
    }

    @Test
    void rolesAreGivenForAllProgramsAndForSingleOnes() {
        var program = program();
        assertThat(post(adas())
                        .param("version", "0")
                        .param("everywhere", "APPROVER")
                        .param("grantProgram", String.valueOf(program))
                        .param("grantRole", "MANAGER")
                        .param("grantProgram", "")
                        .param("grantRole", ""))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(now().rights()).isEqualTo(new Rights(false, Role.APPROVER, Map.of(program, Role.MANAGER)));
    }

    long program() {
        var start = Instant.parse("2026-05-01T10:00:00Z");
        var plan = new ProgramPlan(
                "A program", "", start, start.plusSeconds(3600), ZoneId.of("UTC"), null, false, false, false, null);
        return programs.create(Actor.SYSTEM, plan).key();
    }

    @Test
    void aRoleForNoProgramOrOfNoKindIsNone() {
        post(adas())
                .param("version", "0")
                .param("everywhere", "EMPEROR")
                .param("grantProgram", "999999999")
                .param("grantRole", "MANAGER")
                .exchange();
        assertThat(now().rights()).isEqualTo(Rights.NONE);
        assertThat(post("/admin/users").param("grantProgram", "nonsense").param("grantRole", "MANAGER"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aStaleFormChangesNothing() {
        post(adas()).param("version", "0").param("everywhere", "APPROVER").exchange();
        post(adas()).param("version", "0").param("everywhere", "MANAGER").exchange();
        assertThat(now().rights()).isEqualTo(Rights.everywhere(Role.APPROVER));
    }

    @Test
    void nobodyRaisesThemself() {
        var boss = SignedIn.account(accounts, Rights.ADMINISTRATOR);
        post("/admin/users/" + boss.id())
                .param("version", "0")
                .param("everywhere", "")
                .exchange();
        post("/admin/users/" + boss.id() + "/state").param("enabled", "false").exchange();
        assertThat(accounts.get(boss.id()).rights()).isEqualTo(Rights.ADMINISTRATOR);
        assertThat(accounts.get(boss.id()).enabled()).isTrue();
        assertThat(mvc.post()
                        .uri(adas())
                        .with(csrf())
                        .with(SignedIn.as(ada))
                        .param("version", "0")
                        .param("everywhere", "ADMINISTRATOR"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(now().rights()).isEqualTo(Rights.everywhere(Role.VIEWER));
    }

    @Test
    void fieldsThatTheFormDoesNotHaveCountForNothing() {
        post("/admin/users")
                .param("email", ada.email().replace("@", "-2@"))
                .param("name", "Eve")
                .param("id", String.valueOf(ada.id()))
                .param("administrator", "true")
                .param("rights.administrator", "true")
                .param("passwordHash", "{noop}x")
                .param("disabledAt", "2020-01-01T00:00:00Z")
                .exchange();
        var eve = accounts.byEmail(ada.email().replace("@", "-2@")).orElseThrow();
        assertThat(eve.rights()).isEqualTo(Rights.NONE);
        assertThat(eve.passwordHash()).isNull();
        assertThat(eve.enabled()).isTrue();
        assertThat(now()).isEqualTo(ada);
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneWithTheNextRequest() {
        var program = program();
        var session = mvc.get()
                .uri("/account")
                .with(SignedIn.as(ada))
                .exchange()
                .getRequest()
                .getCookies()[0];
        assertThat(body(mvc.get().uri("/admin/users").cookie(session))).doesNotContain(ada.email());
        post(adas()).param("version", "0").param("everywhere", "ADMINISTRATOR").exchange();
        assertThat(mvc.get().uri("/admin/users").cookie(session)).hasStatusOk();
        post(adas()).param("version", "1").param("everywhere", "").exchange();
        assertThat(mvc.get().uri("/admin/users").cookie(session)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(program).isPositive();
    }

    @Test
    void disablingEndsTheSessionsAtOnce() {
        var session = mvc.get()
                .uri("/account")
                .with(SignedIn.as(ada))
                .exchange()
                .getRequest()
                .getCookies()[0];
        assertThat(mvc.get().uri("/account").cookie(session)).hasStatusOk();
        post(adas() + "/state").param("enabled", "false").exchange();
        assertThat(mvc.get().uri("/account").cookie(session)).hasStatus(HttpStatus.FOUND);
        post(adas() + "/state").param("enabled", "true").exchange();
        assertThat(mvc.get().uri("/account").cookie(session)).hasStatus(HttpStatus.FOUND);
        assertThat(now().enabled()).isTrue();
    }

    @Test
    void anAdministratorEndsSomebodysSessions() {
        var session = mvc.get()
                .uri("/account")
                .with(SignedIn.as(ada))
                .exchange()
                .getRequest()
                .getCookies()[0];
        post(adas() + "/ended-sessions").exchange();
        assertThat(mvc.get().uri("/account").cookie(session)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void nobodyWithThatIdIsNotThere() {
        assertThat(mvc.get().uri("/admin/users/999999999").with(SignedIn.administrator()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Autowired
    SetupLinks links;

    @Test
    void theLinkLetsItsOwnerChooseAPasswordOnce() {
        var link = links.forAccount(Actor.SYSTEM, ada);
        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains(ada.email());
        assertThat(choose(link, PASSWORD, "purple kettle orbif"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The two passwords are not the same");
        assertThat(choose(link, "password1234", "password1234"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("too easy to guess");
        var chosen = choose(link, PASSWORD, PASSWORD).exchange();
        assertThat(chosen).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/programs");
        assertThat(mvc.get().uri("/account").cookie(chosen.getResponse().getCookie("ROLLCALL")))
                .hasStatusOk();
        assertThat(passwords.knows(now(), PASSWORD)).isTrue();
        assertThat(mvc.get().uri(link)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(choose(link, PASSWORD, PASSWORD)).hasStatus(HttpStatus.NOT_FOUND);
    }

    MockMvcRequestBuilder choose(String link, String password, String again) {
        return mvc.post().uri(link).with(csrf()).param("password", password).param("again", again);
    }

    @Test
    void anInvitationIsGoodFor48HoursUnlessThereIsANewerOneOrTheAccountIsDisabled() {
        var old = links.forAccount(Actor.SYSTEM, ada);
        var newer = links.forAccount(Actor.SYSTEM, ada);
        assertThat(mvc.get().uri(old)).hasStatus(HttpStatus.NOT_FOUND);
        clock.advance(Duration.ofHours(48).minusSeconds(1));
        assertThat(mvc.get().uri(newer)).hasStatusOk();
        clock.advance(Duration.ofSeconds(1));
        assertThat(mvc.get().uri(newer)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(choose(newer, PASSWORD, PASSWORD)).hasStatus(HttpStatus.NOT_FOUND);
        var another = links.forAccount(Actor.SYSTEM, ada);
        post(adas() + "/state").param("enabled", "false").exchange();
        post(adas() + "/state").param("enabled", "true").exchange();
        assertThat(mvc.get().uri(another)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLinkForAnotherPasswordIsGoodForOneHour() {
        passwords.set(Actor.SYSTEM, ada, PASSWORD);
        var link = links.forAccount(Actor.SYSTEM, now());
        assertThat(page(adas(), SignedIn.administrator()))
                .contains("A one-time link is open until", "Make a link for a new password");
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(mvc.get().uri(link)).hasStatusOk();
        clock.advance(Duration.ofSeconds(1));
        assertThat(mvc.get().uri(link)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page(adas(), SignedIn.administrator())).doesNotContain("A one-time link is open until");
    }

    @Test
    void whatTheRolesAllowStandsBesideThem() {
        var program = program();
        var effect = Jsoup.parse(page(adas(), SignedIn.administrator())).select("#effect li");
        assertThat(effect.eachText()).singleElement().asString().startsWith("See every program (");

        var answer = mvc.get()
                .uri("/admin/users/effect")
                .header("HX-Request", "true")
                .with(SignedIn.administrator())
                .param("everywhere", "")
                .param("grantProgram", String.valueOf(program))
                .param("grantRole", "APPROVER");
        assertThat(Jsoup.parse(body(answer)).select("li").eachText())
                .containsExactly("See one program", "Approve in one");
        assertThat(now().rights()).isEqualTo(ada.rights());
    }
}
