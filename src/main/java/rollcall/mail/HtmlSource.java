package rollcall.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** HTML as somebody typed it: finds what is wrong in it, each with its line. */
final class HtmlSource {

    private static final Set<String> NOT_TYPED = Set.of("#root", "html", "head", "body");

    private final List<Finding> findings = new ArrayList<>();

    private HtmlSource() {}

    static List<Finding> check(String source) {
        var check = new HtmlSource();
        var parser = Parser.htmlParser().setTrackPosition(true);
        Jsoup.parse(source, "", parser).traverse((node, depth) -> check.look(node));
        return check.findings;
    }

    private void look(Node node) {
        switch (node) {
            case TextNode text ->
                PlainSource.check(text.getWholeText()).forEach(one -> findings.add(one.further(lineOf(text) - 1)));
            case Element element -> look(element);
            default -> {}
        }
    }

    private void look(Element element) {
        var tag = element.normalName();
        if (!NOT_TYPED.contains(tag)
                && !SafeHtml.knows(tag)
                && element.sourceRange().isTracked()) {
            findings.add(new Finding(Finding.Kind.LEFT_OUT, "<" + tag + ">", lineOf(element)));
        }
        for (var attribute : element.attributes()) {
            if (tag.equals("a") && attribute.getKey().equals("href")) {
                address(attribute.getValue(), lineOf(element));
            } else {
                other(tag, attribute, lineOf(element));
            }
        }
    }

    private void address(String value, int line) {
        var inside = PlainSource.check(value);
        inside.forEach(one -> findings.add(one.further(line - 1)));
        if (inside.stream().noneMatch(one -> one.kind().refused())
                && !SafeAddress.is(TokenText.read(value).pieces())) {
            findings.add(new Finding(Finding.Kind.ADDRESS, shortened(value.strip()), line));
        }
    }

    private void other(String tag, Attribute attribute, int line) {
        if (attribute.getValue().contains("{{")) {
            findings.add(new Finding(Finding.Kind.PLACE, tag + " " + attribute.getKey(), line));
        }
    }

    private static int lineOf(Node node) {
        return Math.max(1, node.sourceRange().start().lineNumber());
    }

    private static String shortened(String typed) {
        return typed.length() <= 60 ? typed : typed.substring(0, 59) + "…";
    }
}
