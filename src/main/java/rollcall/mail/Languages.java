package rollcall.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Languages of letters. */
final class Languages {

    static final String ENGLISH = "en";

    /** Those in which there are texts of the house. */
    static final List<String> WITH_TEXTS = List.of(ENGLISH, "sv");

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}");

    private Languages() {}

    /** Whether that is a language that a letter can be written in. */
    static boolean known(String language) {
        return TAG.matcher(language).matches()
                && !Locale.of(language).getDisplayLanguage(Locale.ENGLISH).equals(language);
    }

    /** English days are written before their months, as elsewhere in the house. */
    static Locale locale(String language) {
        return language.equals(ENGLISH) ? Locale.UK : Locale.forLanguageTag(language);
    }

    /** Its name in the reader's language. */
    static String name(String language, Locale reader) {
        return Locale.of(language).getDisplayLanguage(reader);
    }
}
