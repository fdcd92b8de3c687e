package rollcall.mail;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes HTML that was cleaned as plain text, for clients that show nothing else; tokens stay as they were typed. */
final class HtmlText {

    private static final Set<String> BLOCKS = Set.of("p", "h1", "h2", "h3", "ul", "ol", "blockquote", "table", "hr");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("[ \\t]*\\n(?:[ \\t]*\\n)+[ \\t]*");

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(Element body) {
        var writer = new HtmlText();
        body.childNodes().forEach(writer::write);
        return EMPTY_LINES.matcher(writer.text).replaceAll("\n\n").strip();
    }

    private void write(Node node) {
        if (node instanceof TextNode words) {
            words(SPACES.matcher(words.getWholeText()).replaceAll(" "));
        } else if (node instanceof Element element) {
            write(element);
        }
    }

    private void words(String words) {
        var begins = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(begins ? words.stripLeading() : words);
    }

    private void write(Element element) {
        var tag = element.normalName();
        if (BLOCKS.contains(tag)) {
            text.append("\n\n");
        }
        switch (tag) {
            case "br" -> text.append('\n');
            case "hr" -> text.append("----");
            case "img" -> words(element.attr("alt"));
            case "li" -> text.append('\n').append(bullet(element));
            case "tr" -> text.append('\n');
            case "td", "th" -> words(" ");
            default -> {}
        }
        element.childNodes().forEach(this::write);
        if (tag.equals("a")) {
            address(element);
        }
        if (BLOCKS.contains(tag)) {
            text.append("\n\n");
        }
    }

    private static String bullet(Element item) {
        var list = item.parent();
        return list != null && list.normalName().equals("ol") ? item.elementSiblingIndex() + 1 + ". " : "- ";
    }

    private void address(Element link) {
        var address = link.attr("href").strip();
        if (!address.isEmpty() && !address.equals(link.text().strip())) {
            words(" <" + address + ">");
        }
    }
}
