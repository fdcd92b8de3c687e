package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import rollcall.member.ReasonWords;
import rollcall.member.ReasonsFixture;

/** Sentences of Rollcall's own beside a provider's words: each reader has them in their language. */
class OwnWordsTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Path HERE = Path.of("src/main/java/rollcall/provider");

    /** A failure that is made with an English sentence. */
    private static final Pattern SAID =
            Pattern.compile("new (?:ProviderFailure\\.)?(?:Unclear|Temporary|Rejected|Barred|Throttled)\\("
                    + "[^;\"]*\"[^\"\n]*[a-z] [a-z][^\"\n]*\"");

    private final ReasonWords reasons = ReasonsFixture.with(messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/member", "messages/provider");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @EnumSource(OwnWords.class)
    void eachIsSaidInEachLanguage(OwnWords one) {
        var stored = one.with("first", "second");
        var english = reasons.of(stored, Locale.ENGLISH);
        assertThat(english).isNotEqualTo(stored).doesNotContain("{", "|", "''");
        assertThat(reasons.of(stored, SWEDISH))
                .isNotEqualTo(english)
                .isNotEqualTo(stored)
                .doesNotContain("{", "|");
    }

    @Test
    void whatGoesIntoASentenceStandsThere() {
        assertThat(reasons.of(OwnWords.ANSWER_NONSENSE.with(204), SWEDISH))
                .isEqualTo("Svaret (HTTP 204) går inte att förstå.");
        assertThat(reasons.of(OwnWords.NOT_FILLED_OUT.with("{Role} | it's\n$1"), Locale.ENGLISH))
                .isEqualTo("Not filled out:  Role it's $1.");
    }

    @Test
    void theProvidersWordsAroundItStayAsTheyAre() {
        var both = "It's {0} $1 missing. " + OwnWords.NEEDED_THERE.with("Company, Title");
        assertThat(reasons.of(both, SWEDISH)).isEqualTo("It's {0} $1 missing. (krävs där: Company, Title)");
        assertThat(reasons.of("{provider.own.MADE_UP|x}", SWEDISH)).isEqualTo("{provider.own.MADE_UP|x}");
    }

    @Test
    void whatIsTooLongIsCutBeforeASentenceAndNotInIt() {
        var words = "x".repeat(ProviderFailure.LONGEST - 10) + " " + OwnWords.NO_ANSWER.words();
        assertThat(ProviderFailure.cut(words))
                .hasSizeLessThanOrEqualTo(ProviderFailure.LONGEST)
                .endsWith("x …");
        assertThat(ProviderFailure.cut(OwnWords.NO_ANSWER.words() + "x".repeat(ProviderFailure.LONGEST)))
                .startsWith(OwnWords.NO_ANSWER.words());
    }

    /** The simulator plays somebody else's server, who speaks English. */
    @Test
    void noFailureIsMadeWithASentenceInOneLanguage() throws IOException {
        try (var files = Files.walk(HERE)) {
            var said = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(HERE.resolve("simulator")))
                    .flatMap(file ->
                            SAID.matcher(read(file)).results().map(found -> file.getFileName() + " " + found.group()))
                    .toList();
            assertThat(said).isEqualTo(List.of());
        }
    }

    /** What stands among a provider's words is said by whoever shows them. */
    @Test
    void noPageShowsWordsAsTheyAreStored() throws IOException {
        var raw = Pattern.compile("th:text=\"\\$\\{[\\w.]*(?:words|heldFor|listingsProblem)}\"");
        try (var files = Files.walk(Path.of("templates/provider"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html"))
                            .filter(file -> !file.toString().contains("simulator"))
                            .filter(file -> raw.matcher(read(file)).find()))
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
