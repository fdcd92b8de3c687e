package rollcall.web;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand in a text that somebody typed, and how texts are compared. */
public final class Text {

    /** Control characters but line feed and tab, characters that turn the writing direction or have no width, halves of pairs. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}&&[^\\n"
            + "\\r"
            + "\\t]]|[\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Text() {}

    /** Whether the text holds a character that could spoof, break a line of a log or be refused by a database. */
    public static boolean unwanted(String text) {
        return UNWANTED.matcher(text).find();
    }

    /** Trimmed and composed (NFC): how a text is stored. */
    public static String tidy(String text) {
        return Normalizer.normalize(text.strip(), Form.NFC);
    }

    /** Trimmed, composed and in lower case, with accents: what makes two e-mail addresses the same. */
    public static String folded(String text) {
        return Normalizer.normalize(tidy(text).toLowerCase(Locale.ROOT), Form.NFC);
    }

    /** Its beginning, {@code most} UTF-16 units at most, without breaking a character in two. */
    public static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** In lower case and without accents, single spaces: what a list is sorted and searched by. */
    public static String searchable(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        return SPACES.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** As {@link #searchable(String)}. Taking accents apart can lengthen a text; this is only a key, so its end may go. */
    public static String searchable(String text, int longest) {
        var key = searchable(text);
        return key.length() <= longest ? key : key.substring(0, longest);
    }
}
