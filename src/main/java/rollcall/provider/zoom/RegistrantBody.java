package rollcall.provider.zoom;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import rollcall.provider.RegistrationRequest;

/** Somebody as Zoom wants to be told of them [Z-OAS]. What is not known is left out. */
final class RegistrantBody {

    /** What Zoom takes for a language, by the language that it is [Z-OAS]. */
    private static final Map<String, String> LANGUAGES = List.of(
                    "en-US", "de-DE", "es-ES", "fr-FR", "jp-JP", "pt-PT", "ru-RU", "zh-CN", "ko-KO", "it-IT", "vi-VN",
                    "pl-PL")
            .stream()
            .collect(toUnmodifiableMap(one -> one.startsWith("jp") ? "ja" : one.substring(0, 2), Function.identity()));

    private static final Map<String, String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .collect(toUnmodifiableMap(
                    code -> Locale.of("", code)
                            .getDisplayCountry(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    Function.identity(),
                    (one, other) -> one));

    private RegistrantBody() {}

    /** @param answers to the questions that the webinar asks, in Zoom's form */
    static Map<String, Object> of(RegistrationRequest request, Map<String, Object> answers) {
        var person = request.person();
        var body = new LinkedHashMap<>(batched(request));
        put(body, "org", person.company());
        put(body, "job_title", person.jobTitle());
        put(body, "phone", person.phone());
        put(body, "country", country(person.country()));
        put(body, "language", language(person.language()));
        answers.forEach(body::putIfAbsent);
        return body;
    }

    /** A batch takes no more than that of anybody. */
    static Map<String, Object> batched(RegistrationRequest request) {
        var body = new LinkedHashMap<String, Object>();
        put(body, "email", request.person().email());
        put(body, "first_name", request.person().firstName());
        put(body, "last_name", request.person().lastName());
        return body;
    }

    private static void put(Map<String, Object> body, String field, String text) {
        if (!text.isBlank()) {
            body.put(field, text);
        }
    }

    /** Two letters, as Zoom wants them; empty for what is neither a code nor a country's English name. */
    static String country(String said) {
        var code = said.strip().toUpperCase(Locale.ROOT);
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)
                ? code
                : COUNTRIES.getOrDefault(said.strip().toLowerCase(Locale.ROOT), "");
    }

    static String language(String said) {
        return LANGUAGES.getOrDefault(
                Locale.forLanguageTag(said.replace('_', '-')).getLanguage(), "");
    }
}
