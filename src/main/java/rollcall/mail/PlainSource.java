package rollcall.mail;

import java.util.List;

/** A subject or a text, as somebody typed it. */
final class PlainSource {

    private PlainSource() {}

    static List<Finding> check(String source) {
        return TokenText.read(source).mistakes().stream().map(Finding::of).toList();
    }
}
