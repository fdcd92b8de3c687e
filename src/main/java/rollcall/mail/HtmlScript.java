package rollcall.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import rollcall.mail.Piece.Place;
import rollcall.mail.Piece.Words;
import rollcall.mail.Script.Part;

/** Makes a script of HTML that was cleaned: each token knows whether it stands in a text or in an address. */
final class HtmlScript {

    /** Two characters that stand for nothing, so that a number between them survives as a mark. */
    private static final char BEFORE = '\uE000';

    private static final char BEHIND = '\uE001';
    private static final Pattern MARK = Pattern.compile(BEFORE + "(\\d+)" + BEHIND);

    private final List<Part> said = new ArrayList<>();

    private HtmlScript() {}

    static Script of(Element body) {
        var script = new HtmlScript();
        body.traverse((node, depth) -> script.mark(node));
        return script.split(body.html());
    }

    private void mark(Node node) {
        if (node instanceof TextNode text) {
            text.text(marked(text.getWholeText(), linked(text) ? Voice.BARE_HTML : Voice.HTML, null));
        } else if (node instanceof Element link && link.hasAttr("href")) {
            link.attr("href", marked(link.attr("href").strip(), Voice.IN_ADDRESS, Voice.BARE_HTML));
        }
    }

    /** @param first the voice of a token at the very beginning; null for the same as elsewhere */
    private String marked(String text, Voice voice, @Nullable Voice first) {
        var marked = new StringBuilder();
        for (var piece : TokenText.read(text).pieces()) {
            switch (piece) {
                case Words(var words) ->
                    marked.append(words.replace(BEFORE, ' ').replace(BEHIND, ' '));
                case Place(var token, var instead) -> {
                    var here = first != null && marked.isEmpty() ? first : voice;
                    marked.append(BEFORE).append(said.size()).append(BEHIND);
                    said.add(new Part.Said(token, instead, here));
                }
            }
        }
        return marked.toString();
    }

    private static boolean linked(TextNode text) {
        for (var above = text.parent(); above != null; above = above.parent()) {
            if (above.nodeName().equals("a")) {
                return true;
            }
        }
        return false;
    }

    private Script split(String html) {
        var parts = new ArrayList<Part>();
        var marks = MARK.matcher(html);
        int at = 0;
        while (marks.find()) {
            parts.add(new Part.Fixed(html.substring(at, marks.start())));
            parts.add(said.get(Integer.parseInt(marks.group(1))));
            at = marks.end();
        }
        parts.add(new Part.Fixed(html.substring(at)));
        return new Script(parts);
    }
}
