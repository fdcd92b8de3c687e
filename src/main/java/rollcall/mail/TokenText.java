package rollcall.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rollcall.mail.Piece.Place;
import rollcall.mail.Piece.Words;

/**
 * Reads a text with tokens: <code>{{person.firstName}}</code>, or <code>{{person.firstName | friend}}</code> with what is
 * said when it comes to nothing. Spaces inside are free, upper and lower case are not. It looks things up and calculates
 * nothing, so no text that somebody stored can do more than name what is listed in {@link Token}.
 */
final class TokenText {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** Neither a brace nor a bar, on one line: anything else would be read in two ways. */
    private static final Pattern INSTEAD = Pattern.compile("[^{}|\\r\\n]*[^{}|\\s][^{}|\\r\\n]*");

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private TokenText(String text) {
        this.text = text;
    }

    /** @param pieces where something is wrong, the words as they were typed */
    record Read(List<Piece> pieces, List<Mistake> mistakes) {}

    /**
     * Something that cannot be read.
     *
     * @param what as it was typed, with its braces
     * @param line from 1
     */
    record Mistake(Kind kind, String what, int line) {
        enum Kind {
            /** There is no such token. */
            UNKNOWN,
            /** The braces do not end. */
            UNCLOSED,
            /** What stands behind the bar is not a default. */
            DEFAULT
        }
    }

    static Read read(String text) {
        var reader = new TokenText(text);
        reader.read();
        return new Read(List.copyOf(reader.pieces), List.copyOf(reader.mistakes));
    }

    /** The text that reads as these pieces. */
    static String print(List<Piece> pieces) {
        var printed = new StringBuilder();
        for (var piece : pieces) {
            printed.append(
                    switch (piece) {
                        case Words(var said) -> said;
                        case Place(var token, var instead) ->
                            instead == null ? token.written() : OPEN + token.typed() + " | " + instead + CLOSE;
                    });
        }
        return printed.toString();
    }

    private void read() {
        int at = 0;
        for (int open = opening(at); open >= 0; open = opening(at)) {
            words.append(text, at, open);
            at = token(open);
        }
        words.append(text, at, text.length());
        endWords();
    }

    /** Of several braces in a row, the last two open. */
    private int opening(int from) {
        int open = text.indexOf(OPEN, from);
        while (open >= 0 && text.startsWith(OPEN, open + 1)) {
            open++;
        }
        return open;
    }

    /** Reads what begins there, and answers where the text goes on. */
    private int token(int open) {
        int close = text.indexOf(CLOSE, open + OPEN.length());
        int next = opening(open + OPEN.length());
        if (close < 0 || next >= 0 && next < close) {
            return wrong(Mistake.Kind.UNCLOSED, open, lineEnd(open, next));
        }
        int end = close + CLOSE.length();
        var inside = text.substring(open + OPEN.length(), close);
        int bar = inside.indexOf('|');
        var token = Token.named((bar < 0 ? inside : inside.substring(0, bar)).strip());
        if (token.isEmpty()) {
            return wrong(Mistake.Kind.UNKNOWN, open, end);
        }
        if (bar >= 0 && !INSTEAD.matcher(inside.substring(bar + 1)).matches()) {
            return wrong(Mistake.Kind.DEFAULT, open, end);
        }
        endWords();
        pieces.add(new Place(
                token.get(), bar < 0 ? null : inside.substring(bar + 1).strip()));
        return end;
    }

    private int wrong(Mistake.Kind kind, int from, int to) {
        mistakes.add(new Mistake(kind, shortened(text.substring(from, to).strip()), lineOf(from)));
        words.append(text, from, to);
        return to;
    }

    private int lineEnd(int from, int next) {
        int end = text.indexOf('\n', from);
        int last = end < 0 ? text.length() : end;
        return next < 0 ? last : Math.min(last, next);
    }

    private int lineOf(int at) {
        return 1 + (int) text.chars().limit(at).filter(one -> one == '\n').count();
    }

    private static String shortened(String typed) {
        return typed.length() <= 60 ? typed : typed.substring(0, 59) + "…";
    }

    private void endWords() {
        if (!words.isEmpty()) {
            pieces.add(new Words(words.toString()));
            words.setLength(0);
        }
    }
}
