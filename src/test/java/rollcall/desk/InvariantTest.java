package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PropertyResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvariantTest {

    /** What has no translation is not taken from another language here, as a bundle would. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_sv"})
    void eachIsSaidOnceInEveryLanguage(String language) throws Exception {
        try (var file = getClass().getResourceAsStream("/messages/checks" + language + ".properties")) {
            assertThat(new PropertyResourceBundle(file).keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Invariant.all().stream().map(Invariant::breach).toList());
        }
    }
}
