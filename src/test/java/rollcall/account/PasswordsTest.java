package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void theWholePasswordCounts() {
        var beginning = "x".repeat(100);
        var hash = passwords.hash(beginning + "a");
        assertThat(hash).startsWith("{argon2}$argon2id$");
        assertThat(passwords.matches(beginning + "a", hash)).isTrue();
        assertThat(passwords.matches(beginning + "b", hash)).isFalse();
    }

    @Test
    void anAccentedLetterIsOneHoweverItWasTyped() {
        assertThat(passwords.matches("cafe\u0301 au lait", passwords.hash("caf\u00e9 au lait")))
                .isTrue();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
        assertThat(passwords.matches("", passwords.hash("something"))).isFalse();
    }
}
