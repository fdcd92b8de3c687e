package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * A form that arrived at a moment when it could not be taken: where it was to go, and what was typed. It travels as one
 * line of text inside the pages that stand in its way, so that nothing of it is stored in the browser.
 *
 * @param fields the values of each field, in their order
 */
public record Unsent(String address, Map<String, List<String>> fields) {

    /** The attribute of a session that holds the line of a form until a page has shown it. */
    public static final String ATTRIBUTE = "unsent";

    /** A request attribute, true when a form was refused because it came from another session. */
    public static final String STALE_FORM = "rollcall.staleForm";

    private static final int LONGEST = 200_000; // characters
    private static final String TOKEN = "_csrf";

    private static final Pattern OF_THE_PAGE = Pattern.compile("_.*|version|requestId|expected|filter");

    /** A form with one of these is not kept at all: secrets are typed anew. */
    private static final Pattern SECRET =
            Pattern.compile(".*(?:password|secret|token|key).*|again|current", Pattern.CASE_INSENSITIVE);

    /** The form that a request brings; empty when it brings none, or one that may not be kept. */
    public static Optional<Unsent> of(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod()) || !isForm(request.getContentType())) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove(TOKEN);
        var form = new Unsent(request.getRequestURI(), fields);
        return form.keepable() ? Optional.of(form) : Optional.empty();
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private boolean keepable() {
        return !fields.isEmpty()
                && Back.safe(address).equals(address)
                && fields.keySet().stream()
                        .noneMatch(name -> SECRET.matcher(name).matches())
                && line().length() <= LONGEST;
    }

    /** The form that {@link #line} wrote; empty when it is none. */
    public static Optional<Unsent> read(@Nullable String line) {
        if (line == null || line.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = line.split("\\?", 2);
        try {
            var form = new Unsent(parts[0], parts.length < 2 ? Map.of() : fields(parts[1]));
            return form.keepable() ? Optional.of(form) : Optional.empty();
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> fields(String encoded) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&")) {
            var words = pair.split("=", 2);
            if (words.length == 2) {
                fields.computeIfAbsent(decoded(words[0]), name -> new ArrayList<>())
                        .add(decoded(words[1]));
            }
        }
        return fields;
    }

    /** What people typed or chose, by the name of the field; without what the page itself sent along. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, values) -> {
            var text = String.join(", ", values);
            if (!text.isBlank() && !OF_THE_PAGE.matcher(name).matches()) {
                texts.put(inWords(name), text);
            }
        });
        return texts;
    }

    private static String inWords(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    public String line() {
        return address
                + "?"
                + fields.entrySet().stream()
                        .flatMap(field ->
                                field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
