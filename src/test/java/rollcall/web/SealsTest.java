package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {

    private static final String PLACE = "account:5 second factor";

    @TempDir
    Path folder;

    private final Seals seals = withKeys(key('a'));

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private static Seals withKeys(String keys) {
        return new Seals(SealKeys.parse(keys, "a test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "åäö 𝄞", "a secret that is longer than one block of the cipher"})
    void givesBackWhatWasSealed(String secret) {
        assertThat(seals.open(seals.seal(secret, PLACE), PLACE)).isEqualTo(secret);
    }

    @Test
    void sealsEachTimeDifferentlyAndSaysWithWhichKey() {
        var once = seals.seal("secret", PLACE);

        assertThat(once).matches("[0-9a-f]{8}:[\\w-]+").isNotEqualTo(seals.seal("secret", PLACE));
    }

    @Test
    void opensNothingThatWasMovedOrChanged() {
        var sealed = seals.seal("secrets!", PLACE); // as long as leaves no bit unused in the last letter

        assertBroken(seals, sealed, "account:6 second factor");
        for (int i = 0; i < sealed.length(); i++) {
            var other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertBroken(seals, sealed.substring(0, i) + other + sealed.substring(i + 1), PLACE);
        }
        assertBroken(seals, sealed.substring(0, 20), PLACE);
        assertBroken(seals, sealed.substring(0, 9), PLACE);
        assertBroken(seals, "", PLACE);
    }

    private static void assertBroken(Seals seals, String sealed, String place) {
        assertThatThrownBy(() -> seals.open(sealed, place))
                .isInstanceOf(BrokenSeal.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void sealsWithTheFirstKeyAndOpensWithEach() {
        var old = seals.seal("secret", PLACE);
        var rotated = withKeys(key('b') + "," + key('a'));

        assertThat(rotated.open(old, PLACE)).isEqualTo("secret");
        assertBroken(seals, rotated.seal("secret", PLACE), PLACE);
    }

    @Test
    void makesAKeyThatOnlyItsOwnerReads() throws IOException {
        var sealed = new Seals("", folder.resolve("data")).seal("secret", PLACE);
        var file = folder.resolve("data/secret.key");

        assertThat(new Seals(" ", folder.resolve("data")).open(sealed, PLACE)).isEqualTo("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void usesTheConfiguredKeyAndMakesNoFile() {
        var sealed = new Seals(key('a'), folder).seal("secret", PLACE);

        assertThat(seals.open(sealed, PLACE)).isEqualTo("secret");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense!", "c2hvcnQ=", ","})
    void refusesWhatIsNoKeyWithoutRepeatingIt(String keys) {
        assertThatThrownBy(() -> new Seals(keys, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ROLLCALL_SECRET_KEY must hold one or more keys of 32 bytes in Base64, with commas between"
                        + " them.");
    }
}
