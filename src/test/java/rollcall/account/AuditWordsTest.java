package rollcall.account;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever any room publishes for the audit has words, in both languages; what it may publish is read from its source. */
class AuditWordsTest {

    private static final Pattern PUBLISHES =
            Pattern.compile("new AuditApplicationEvent\\(|AuditTrail|CampaignAudit|As the audit names it");
    private static final Pattern NAME = Pattern.compile("^\"(\\w+)\"$");
    private static final Pattern KIND = Pattern.compile("\"([A-Z]{2,}(?:_[A-Z]+)*)\"");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    AuditWordsTest() {
        messages.setBasename("messages/account");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv"})
    void everyDetailHasAWord(String language) throws IOException {
        var words = Locale.of(language);
        var day = LocalDate.EPOCH;
        var names = new TreeSet<>(
                new AuditFilter(AuditKind.SIGNED_IN, "system", day, day).said().keySet());
        for (var source : publishing()) {
            names.addAll(named(source));
        }
        names.removeAll(Set.of("id", "after", "why")); // parameters of statements
        assertThat(names).contains("account", "correctedJob", "letters", "merged", "preview", "rows", "webhook");
        assertThat(names)
                .filteredOn(name -> text("account.audit.detail." + name, words) == null)
                .as("without a word")
                .isEmpty();
    }

    @Test
    void everyKindIsOneOfTheAudit() throws IOException {
        var known = Stream.of(AuditKind.values()).map(Enum::name).collect(toCollection(TreeSet::new));
        var published = new TreeSet<String>();
        for (var source : publishing()) {
            KIND.matcher(source).results().forEach(found -> published.add(found.group(1)));
        }
        assertThat(published).contains("ERASURE", "MAIL_PAUSED", "REFRESH", "WEBHOOK_ADDED");
        assertThat(known).containsAll(published);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, null, language);
    }

    private static List<String> publishing() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var source = Files.readString(file);
                if (PUBLISHES.matcher(source).find()) {
                    found.add(source);
                }
            }
        }
        return found;
    }

    /** The keys of every map that is written out: each second argument of {@code Map.of}, the first of {@code put}. */
    private static Set<String> named(String source) {
        var names = new TreeSet<String>();
        for (var call : List.of("Map.of(", "Map.<String, Object>of(")) {
            for (var at = source.indexOf(call); at >= 0; at = source.indexOf(call, at + 1)) {
                var arguments = arguments(source, at + call.length());
                for (var i = 0; i < arguments.size(); i += 2) {
                    addName(names, arguments.get(i));
                }
            }
        }
        for (var at = source.indexOf(".put("); at >= 0; at = source.indexOf(".put(", at + 1)) {
            addName(names, arguments(source, at + ".put(".length()).getFirst());
        }
        return names;
    }

    private static void addName(Set<String> names, String argument) {
        var name = NAME.matcher(argument);
        if (name.find()) {
            names.add(name.group(1));
        }
    }

    private static List<String> arguments(String source, int from) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int begin = from;
        for (int i = from; depth >= 0; i++) {
            char c = source.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                arguments.add(source.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        return arguments;
    }
}
