package rollcall.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * What stands for a question in an address: the question itself, or a mark of it where it is so long that some of them
 * would make an address that no server takes.
 */
public final class QuestionWord {

    private static final int LONGEST = 60;

    private QuestionWord() {}

    public static String of(String question) {
        return URLEncoder.encode(question, UTF_8).length() <= LONGEST ? question : "~" + mark(question);
    }

    /** Whether the word, written out or not, means that question. */
    public static boolean means(String word, String question) {
        return word.equals(question) || word.startsWith("~") && word.equals(of(question));
    }

    /** Whether one of the words means that question. */
    public static boolean isMeant(Collection<String> words, String question) {
        return words.stream().anyMatch(word -> means(word, question));
    }

    private static String mark(String question) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(question.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
