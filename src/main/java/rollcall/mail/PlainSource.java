package rollcall.mail;

import java.util.ArrayList;
import java.util.List;

/** A subject or a text, as somebody typed it. */
final class PlainSource {

    private PlainSource() {}

    static List<Finding> check(String source) {
        var read = TokenText.read(source);
        var findings = new ArrayList<Finding>();
        read.mistakes().forEach(mistake -> findings.add(Finding.of(mistake)));
        int line = 1;
        for (var piece : read.pieces()) {
            if (piece instanceof Piece.Place place && place.token().later()) {
                findings.add(new Finding(Finding.Kind.LATER, place.token().written(), line));
            }
            line += (int) TokenText.print(List.of(piece))
                    .chars()
                    .filter(one -> one == '\n')
                    .count();
        }
        return findings;
    }
}
