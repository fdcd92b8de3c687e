package rollcall.mail;

/**
 * Something in a text that cannot be said.
 *
 * @param what as it was typed
 * @param line from 1
 */
record Finding(Kind kind, String what, int line) {

    enum Kind {
        /** There is no such token. */
        UNKNOWN,
        /** The braces do not end. */
        UNCLOSED,
        /** What stands behind the bar is not a default. */
        DEFAULT,
        /** A link that leads neither to the web nor to an address for mail. */
        ADDRESS,
        /** A token in a place where none can stand. */
        PLACE,
        /** HTML that mails do not have here; the rest is sent. */
        LEFT_OUT;

        /** Whether a text with it cannot be stored. */
        boolean refused() {
            return this != LEFT_OUT;
        }
    }

    static Finding of(TokenText.Mistake mistake) {
        return new Finding(Kind.valueOf(mistake.kind().name()), mistake.what(), mistake.line());
    }

    Finding further(int lines) {
        return new Finding(kind, what, line + lines);
    }
}
