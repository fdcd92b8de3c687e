package rollcall.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import rollcall.testing.Browser;

/** What axe says of the page that is open, by WCAG 2.0 to 2.2 on the levels A and AA and by its own best practices. */
final class Axe {

    private static final String SOURCE = source();

    private static final String ALL = """
        {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}\
        """;

    /** The rules that look at colours: what all others say is the same in light and dark. */
    private static final String COLOURS = """
        {type: "rule", values: ["color-contrast", "link-in-text-block"]}\
        """;

    /** The rules that look at sizes and at what scrolls: what all others say is the same on any screen. */
    private static final String SIZES = """
        {type: "rule", values: ["target-size", "scrollable-region-focusable"]}\
        """;

    private static final String LOOK = """
        const done = arguments[arguments.length - 1];
        const node = (one) => one.target.join(' ') + ' ' + one.failureSummary.replace(/\\s+/g, ' ');
        scrollTo(0, 0);
        axe.run(document, {preload: false, resultTypes: ['violations'], runOnly: %s}).then(
          (found) => done(found.violations.flatMap((rule) => rule.nodes.map((one) => rule.id + ': ' + node(one)))),
          (failure) => done(['axe failed: ' + failure]));
        """;

    private final Browser browser;

    private Axe(Browser browser) {
        this.browser = browser;
    }

    /** Handed over once: that takes a third of a second, and a browser looks at hundreds of pages. */
    static Axe on(Browser browser) {
        if (!(boolean) browser.driver().executeScript("return 'axe' in window")) {
            browser.driver().executeScript(SOURCE);
            browser.onEveryPage("if (window === top) {" + SOURCE + "}");
        }
        return new Axe(browser);
    }

    List<String> complaints() {
        return complaints(ALL);
    }

    List<String> complaintsOfColours() {
        return complaints(COLOURS);
    }

    List<String> complaintsOfSizes() {
        return complaints(SIZES);
    }

    @SuppressWarnings("unchecked")
    private List<String> complaints(String rules) {
        return (List<String>) browser.driver().executeAsyncScript(LOOK.formatted(rules));
    }

    private static String source() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
