package rollcall.provider.teams;

import java.util.Locale;
import java.util.Map;

/**
 * Languages as Graph wants them, such as {@code en-us} (MS-POST, from its examples). Whether it takes one without a region
 * is not known, so each gets the one that the CLDR calls the likely one [assumed].
 */
final class Languages {

    private static final String OTHERWISE = "en-us";

    private static final Map<String, String> LIKELY = Map.ofEntries(
            Map.entry("ar", "ar-eg"),
            Map.entry("bg", "bg-bg"),
            Map.entry("ca", "ca-es"),
            Map.entry("cs", "cs-cz"),
            Map.entry("da", "da-dk"),
            Map.entry("el", "el-gr"),
            Map.entry("en", OTHERWISE),
            Map.entry("et", "et-ee"),
            Map.entry("eu", "eu-es"),
            Map.entry("gl", "gl-es"),
            Map.entry("he", "he-il"),
            Map.entry("hi", "hi-in"),
            Map.entry("ja", "ja-jp"),
            Map.entry("ko", "ko-kr"),
            Map.entry("nb", "nb-no"),
            Map.entry("nn", "nn-no"),
            Map.entry("no", "nb-no"),
            Map.entry("pt", "pt-br"),
            Map.entry("sl", "sl-si"),
            Map.entry("sr", "sr-latn-rs"),
            Map.entry("sv", "sv-se"),
            Map.entry("uk", "uk-ua"),
            Map.entry("vi", "vi-vn"),
            Map.entry("zh", "zh-cn"));

    /** Languages whose region has the same letters. */
    private static final String SAME = "de es fi fr hr hu id is it lt lv nl pl ro ru sk th tr";

    private Languages() {}

    /** @param language as it is known of a person: empty, {@code sv}, {@code pt-BR} or {@code pt_BR} */
    static String preferred(String language) {
        var said = Locale.forLanguageTag(language.strip().replace('_', '-'));
        if (said.getLanguage().isEmpty()) {
            return OTHERWISE;
        }
        if (!said.getCountry().isEmpty()) {
            return said.toLanguageTag().toLowerCase(Locale.ROOT);
        }
        return LIKELY.getOrDefault(said.getLanguage(), same(said.getLanguage()));
    }

    private static String same(String language) {
        return (" " + SAME + " ").contains(" " + language + " ") ? language + "-" + language : OTHERWISE;
    }
}
