package rollcall.mail;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML as every mail client shows it: few elements, no styles, scripts or classes of one's own, and links that lead
 * where they may. What it looks like is added here, at each element, because many clients read no stylesheet.
 */
final class SafeHtml {

    /** The one class that people may give: a link that looks like a button. */
    static final String BUTTON = "button";

    private static final Map<String, String> STYLES = Map.ofEntries(
            Map.entry("p", "margin: 16px 0;"),
            Map.entry("h1", "margin: 24px 0 8px; font-size: 24px; line-height: 31px; font-weight: 600;"),
            Map.entry("h2", "margin: 24px 0 8px; font-size: 20px; line-height: 27px; font-weight: 600;"),
            Map.entry("h3", "margin: 20px 0 8px; font-size: 17px; line-height: 24px; font-weight: 600;"),
            Map.entry("a", "color: #0d5c56; text-decoration: underline;"),
            Map.entry("ul", "margin: 16px 0; padding-left: 24px;"),
            Map.entry("ol", "margin: 16px 0; padding-left: 24px;"),
            Map.entry("li", "margin: 4px 0;"),
            Map.entry("hr", "margin: 24px 0; border: 0; border-top: 1px solid #c9ccc6;"),
            Map.entry("blockquote", "margin: 16px 0; padding: 2px 0 2px 16px; border-left: 4px solid #0d5c56;"),
            Map.entry("img", "max-width: 100%; height: auto; border: 0;"),
            Map.entry("table", "margin: 16px 0; border-collapse: collapse;"),
            Map.entry("td", "padding: 6px 16px 6px 0; text-align: left; vertical-align: top;"),
            Map.entry("th", "padding: 6px 16px 6px 0; text-align: left; vertical-align: top; font-weight: 600;"));

    private static final String BUTTON_STYLE = "display: inline-block; padding: 12px 24px; background: #0d5c56;"
            + " color: #ffffff; font-weight: 600; text-decoration: none; border-radius: 6px;";

    private static final Set<String> UNSTYLED = Set.of("strong", "b", "em", "i", "br", "thead", "tbody", "tr");

    private SafeHtml() {}

    /** Whether an element of that name is kept. */
    static boolean knows(String tag) {
        return STYLES.containsKey(tag) || UNSTYLED.contains(tag);
    }

    /** The body of a document that holds what may be sent; tokens stand in it as they were typed. */
    static Element clean(String source) {
        var body = cleaner().clean(Jsoup.parse(source)).body();
        body.select("a").forEach(SafeHtml::settle);
        Objects.requireNonNull(body.ownerDocument()).outputSettings(new Document.OutputSettings().prettyPrint(false));
        return body;
    }

    private static Cleaner cleaner() {
        var safe = Safelist.none()
                .addTags(STYLES.keySet().toArray(String[]::new))
                .addTags(UNSTYLED.toArray(String[]::new))
                .addAttributes("a", "href", "class")
                .addAttributes("img", "src", "alt", "width", "height")
                .addAttributes("td", "colspan")
                .addAttributes("th", "colspan")
                .addProtocols("img", "src", "https");
        return new Cleaner(safe);
    }

    /** The cleaner knows no tokens, so it leaves addresses to us. */
    private static void settle(Element link) {
        if (!SafeAddress.is(TokenText.read(link.attr("href")).pieces())) {
            link.removeAttr("href");
        }
        var button = link.hasClass(BUTTON);
        link.removeAttr("class");
        if (button) {
            link.addClass(BUTTON);
        }
    }

    /** Adds to each element how it looks. */
    static Element dressed(Element body) {
        for (var element : body.getAllElements()) {
            var style = element.hasClass(BUTTON) ? BUTTON_STYLE : STYLES.get(element.normalName());
            if (style != null) {
                element.attr("style", style);
            }
        }
        return body;
    }
}
