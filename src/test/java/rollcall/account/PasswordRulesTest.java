package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    private Optional<String> problem(String password) {
        return rules.problem(password, "ada.lovelace@analytical.example", "Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purple kettle orbit",
                "correct horse battery staple",
                "xk29fjw0qpz8",
                "ångström-brygga-kanel",
                "         zq9 K    ",
                "日本語のとても長いパスワード"
            })
    void takesLongOnesOfAnyKind(String password) {
        assertThat(problem(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "éééééééé"})
    void refusesShortOnes(String password) {
        assertThat(problem(password)).contains("account.password.too-short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234", "Password1234!", "passwordpassword", "qwertyuiop12", "1qaz2wsx3edc", "123456789012",
                "aaaaaaaaaaaa", "abcabcabcabc", "rollcall2026", "RollcallRollcall", "webinar12345", "Sommar2026!!",
                "iloveyouforever", "adalovelace1815", "ada.lovelace@analytical.example", "lösenord2026", "administrator"
            })
    void refusesWhatAnybodyWouldTryFirst(String password) {
        assertThat(problem(password)).contains("account.password.too-common");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(problem("🦊🐙🦜🌵🪁🧊🛶🪕🧭🪗🌋")).contains("account.password.too-short");
    }

    @Test
    void takesOneHundredAndTwentyEightCharactersAndMore() {
        var words = "violet otter balcony thunder lemon cedar ".repeat(6);
        assertThat(problem(words.substring(0, 128))).isEmpty();
        assertThat(problem(words.substring(0, 240))).isEmpty();
        assertThat(problem(words + words)).contains("account.password.too-long");
    }
}
