package rollcall.mail;

import java.util.List;
import java.util.Locale;

/** Languages of letters. What each is called stands in the messages, as {@code mail.part.<tag>}. */
final class Languages {

    static final String ENGLISH = "en";

    /** Those in which there are texts of the house. */
    static final List<String> WITH_TEXTS = List.of(ENGLISH, "sv");

    /** Those in which somebody may write further ones. */
    static final List<String> OFFERED =
            List.of(ENGLISH, "sv", "da", "de", "es", "et", "fi", "fr", "is", "it", "lt", "lv", "nb", "nl", "pl", "pt");

    private Languages() {}

    /** English days are written before their months, as elsewhere in the house. */
    static Locale locale(String language) {
        return language.equals(ENGLISH) ? Locale.UK : Locale.forLanguageTag(language);
    }

    /** {@code sv} for {@code sv-SE}, and the written Norwegian that is offered for any; empty for what is no language. */
    static String of(String typed) {
        var language = Locale.forLanguageTag(typed.strip().replace('_', '-')).getLanguage();
        return language.equals("no") || language.equals("nn") ? "nb" : language;
    }
}
