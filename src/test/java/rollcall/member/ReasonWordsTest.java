package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReasonWordsTest {

    private static final Locale SWEDISH = Locale.of("sv");

    private final ReasonWords reasons = new ReasonWords(messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.member");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void whatIsOursIsSaidInTheReadersLanguage() {
        var denied = OwnReason.DENIED.unless(" ");
        assertThat(reasons.of(denied, Locale.ENGLISH)).isEqualTo("Denied at the webinar provider");
        assertThat(reasons.of(denied, SWEDISH)).isEqualTo("Nekad hos webbinarieleverantören");
    }

    @Test
    void whatSomebodySaidIsSaidWordForWord() {
        var words = OwnReason.DENIED.unless("Competitors {0} are not let in, 'sorry'.");
        assertThat(reasons.of(words, SWEDISH)).isEqualTo("Competitors {0} are not let in, 'sorry'.");
        assertThat(reasons.of("{SOMETHING}", SWEDISH)).isEqualTo("{SOMETHING}");
    }

    @Test
    void ofEveryReasonOfOursSomethingIsSaid() {
        for (var one : OwnReason.values()) {
            assertThat(reasons.of(one.stored(), Locale.ENGLISH))
                    .isNotEqualTo(one.stored())
                    .isNotEqualTo(reasons.of(one.stored(), SWEDISH));
        }
    }
}
