package rollcall.mail;

/** Shortens what does not fit. */
final class Cut {

    private Cut() {}

    /** The text, or its beginning with an ellipsis; never half a character. */
    static String to(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
