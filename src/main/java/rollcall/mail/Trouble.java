package rollcall.mail;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why something has not gone out.
 *
 * @param message the key of a message
 * @param words what stands in it, one argument a line; at most {@value #LONGEST} characters
 */
record Trouble(String message, String words) {

    static final int LONGEST = 500;

    static Trouble of(String message, List<Object> arguments) {
        var words = arguments.stream()
                .map(one -> one.toString().replaceAll("\\p{Cntrl}+", " ").strip())
                .collect(Collectors.joining("\n"));
        return new Trouble(message, Cut.to(words, LONGEST));
    }

    static Trouble of(String message, @Nullable String said) {
        return of(message, List.of((Object) (said == null ? "" : said)));
    }

    public List<Object> arguments() {
        return List.copyOf(words.lines().toList());
    }
}
