package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language says everything, and nothing is asked for that nobody says. Reads the sources, not the application. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("templates");
    private static final Path SOURCES = Path.of("src/main/java");

    /** {@code #{key}} and {@code #{key(...)}} in a page; keys that are put together there have no such shape. */
    private static final Pattern IN_PAGE =
            Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[(}]|#messages\\.msg\\('([\\w.-]+)'\\)");

    private static final Pattern TEXT = Pattern.compile("\"([a-z][a-zA-Z0-9]*(?:\\.[\\w-]+)+)\"");

    @Test
    void theLanguagesHaveTheSameKeys() {
        for (var bundle : bundles()) {
            assertThat(keys(bundle.resolveSibling(nameIn(bundle, "sv"))))
                    .as(bundle.getFileName() + " in Swedish")
                    .isEqualTo(keys(bundle));
        }
    }

    @Test
    void theLanguagesFillInTheSameThings() {
        for (var bundle : bundles()) {
            var swedish = load(bundle.resolveSibling(nameIn(bundle, "sv")));
            load(bundle)
                    .forEach((key, text) ->
                            assertThat(places(swedish.get(key), "sv")).as(key).isEqualTo(places(text, "en")));
        }
    }

    @Test
    void eachKeyStandsOnce() {
        var seen = new TreeSet<String>();
        for (var bundle : bundles()) {
            for (var key : keys(bundle)) {
                assertThat(seen.add(key)).as(key).isTrue();
            }
        }
    }

    @Test
    void everythingThatPagesSayIsThere() {
        var known = allKeys();
        var missing = new TreeSet<String>();
        for (var page : files(TEMPLATES, ".html")) {
            IN_PAGE.matcher(read(page))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(page + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    /** A text in Java is a key when it begins with the name of a room and another part of a known key. */
    @Test
    void everythingThatJavaSaysIsThere() {
        var known = allKeys();
        var beginnings = known.stream().map(MessagesTest::beginning).collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        for (var source : files(SOURCES, ".java")) {
            if (source.endsWith("Token.java")) {
                continue; // what stands between the braces of a mail looks like a key
            }
            TEXT.matcher(read(source))
                    .results()
                    .map(found -> found.group(1))
                    .filter(text -> beginnings.contains(beginning(text)))
                    .filter(text -> !known.contains(text) && known.stream().noneMatch(key -> key.startsWith(text)))
                    .forEach(text -> missing.add(source + ": " + text));
        }
        assertThat(missing).isEmpty();
    }

    private static String beginning(String key) {
        return key.contains(".") ? key.substring(0, key.lastIndexOf('.')) : key;
    }

    /** How many arguments a text takes; throws when it is no message at all. */
    private static int places(String text, String language) {
        return new MessageFormat(text, Locale.of(language)).getFormatsByArgumentIndex().length;
    }

    private static Set<String> allKeys() {
        return bundles().stream().flatMap(bundle -> keys(bundle).stream()).collect(Collectors.toSet());
    }

    private static Set<String> keys(Path bundle) {
        return new TreeSet<>(load(bundle).keySet());
    }

    private static Map<String, String> load(Path bundle) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(read(bundle)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static Set<Path> bundles() {
        return files(BUNDLES, ".properties").stream()
                .filter(file -> !file.getFileName().toString().contains("_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameIn(Path bundle, String language) {
        return bundle.getFileName().toString().replace(".properties", "_" + language + ".properties");
    }

    private static Set<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
