package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import rollcall.program.Actor;
import rollcall.testing.TestClock;

/** The command works on the database of an application that runs; on H2 that is possible in one process only. */
abstract class ResetAdminTests {

    @Autowired
    Environment environment;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    @Autowired
    SecondFactors factors;

    Account ada;

    @BeforeEach
    void makeAda() {
        ada = accounts.create(
                Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Ada", Rights.ADMINISTRATOR));
        passwords.set(Actor.SYSTEM, ada, "purple kettle orbit");
    }

    /** What the command printed, behind the code that it ended with. */
    String run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        for (var property : List.of("url", "username")) {
            all.add("--spring.datasource.%s=%s"
                    .formatted(property, environment.getProperty("spring.datasource." + property)));
        }
        all.add("--rollcall.data=target/test-data");
        all.add("--server.port=9876");
        var printed = new ByteArrayOutputStream();
        var code = ResetAdmin.run(all.toArray(String[]::new), new PrintStream(printed, true, StandardCharsets.UTF_8));
        return code + " " + printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsAOneTimeLinkForTheNamedAdministrator() {
        var printed = run(ada.email().toUpperCase(Locale.ROOT));

        assertThat(printed).startsWith("0 ").contains(ada.email(), "http://localhost:9876/setup/");
        var matcher = Pattern.compile("http://localhost:9876(/setup/\\S+)").matcher(printed);
        assertThat(matcher.find()).isTrue();
        assertThat(mvc.get().uri(matcher.group(1))).hasStatusOk().bodyText().contains(ada.email());
    }

    @Test
    void asksForANameWhenThereAreSeveralAdministrators() {
        var other = accounts.create(
                Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Bob", Rights.ADMINISTRATOR));

        assertThat(run())
                .startsWith("1 There are several administrators. Name one:")
                .contains(ada.email(), other.email())
                .doesNotContain("/setup/");
    }

    @Test
    void helpsNobodyWhoIsNoAdministrator() {
        var viewer = accounts.create(
                Actor.SYSTEM,
                new NewAccount(UUID.randomUUID() + "@example.org", "Eve", Rights.everywhere(Role.VIEWER)));

        assertThat(run(viewer.email())).startsWith("1 No administrator who may sign in has this e-mail address.");
        assertThat(mvc.get().uri("/setup/none")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void leavesTheSecondFactorUnlessItIsToldOtherwise() {
        var key = TotpKey.next();
        factors.set(ada.actor(), ada, key, key.codeAt(TotpKey.stepAt(TestClock.START)));

        assertThat(run(ada.email())).startsWith("0 ").contains("add --without-second-factor");
        assertThat(accounts.get(ada.id()).hasSecondFactor()).isTrue();
        assertThat(run(ada.email(), "--without-second-factor")).startsWith("0 ").doesNotContain("The second factor");
        assertThat(accounts.get(ada.id()).hasSecondFactor()).isFalse();
    }
}
