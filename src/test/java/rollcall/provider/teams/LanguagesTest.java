package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "'', en-us",
        "en, en-us",
        "sv, sv-se",
        "de, de-de",
        "pt, pt-br",
        "no, nb-no",
        "en-GB, en-gb",
        "en_GB, en-gb",
        "zh-Hant-TW, zh-hant-tw",
        "tlh, en-us",
        "?!, en-us",
        "' SV ', sv-se",
    })
    void eachLanguageHasARegion(String language, String preferred) {
        assertThat(Languages.preferred(language)).isEqualTo(preferred);
    }
}
