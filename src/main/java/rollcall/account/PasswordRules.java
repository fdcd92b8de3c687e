package rollcall.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which passwords are taken: long ones that are not among the first that anybody would try. There are no rules about
 * digits or capitals, since they make passwords neither harder to guess nor easier to remember.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 256;

    /** How many guesses, in the order of likelihood, a password must outlast. */
    private static final double GUESSES = 1e9;

    /** A longer beginning would only take longer to look at. */
    private static final int LOOKED_AT = 100;

    /** Words that people take for a password here, beside the English ones that the estimate knows by itself. */
    private static final List<String> LIKELY_WORDS = List.of(
            "rollcall",
            "webinar",
            "webinars",
            "lösenord",
            "losenord",
            "sommar",
            "vinter",
            "höst",
            "host",
            "välkommen",
            "valkommen",
            "hemligt",
            "hemlig",
            "sverige",
            "svenska",
            "stockholm",
            "göteborg",
            "goteborg",
            "malmö",
            "malmo",
            "hejsan",
            "älskar",
            "alskar",
            "semester",
            "fotboll",
            "hammarby",
            "djurgården",
            "djurgarden",
            "admin",
            "chef");

    // The word lists take a moment to read, and most starts need them only later.
    private final SingletonSupplier<Zxcvbn> estimate = SingletonSupplier.of(Zxcvbn::new);

    /** The key of the message that says why this password is not taken; empty when it is. */
    Optional<String> problem(String password, String email, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("account.password.too-short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("account.password.too-long");
        }
        if (!isText(password)) {
            return Optional.of("web.plain-text");
        }
        return guessable(password, email, name) ? Optional.of("account.password.too-common") : Optional.empty();
    }

    /** Half a character, which no keyboard types, cannot be hashed. */
    static boolean isText(String password) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }

    private boolean guessable(String password, String email, String name) {
        var beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return estimate.obtain().measure(beginning, likelyWords(email, name)).getGuesses() < GUESSES;
    }

    private static List<String> likelyWords(String email, String name) {
        var words = new ArrayList<>(LIKELY_WORDS);
        Stream.of(email + " " + name)
                .flatMap(
                        text -> Stream.concat(Stream.of(text.split("\\s+")), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(words::add);
        return words;
    }
}
