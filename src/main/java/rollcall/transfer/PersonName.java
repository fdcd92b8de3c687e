package rollcall.transfer;

import java.util.Arrays;
import java.util.List;
import rollcall.web.Text;

/** First and last name. */
record PersonName(String first, String last) {

    /**
     * Takes a name apart: at the comma of "von Linné, Carl", else before the last word, with the small words that belong
     * to it. A single word is a first name.
     */
    static PersonName of(String name) {
        var tidy = Text.tidy(name);
        int comma = tidy.indexOf(',');
        if (comma > 0) {
            return new PersonName(
                    tidy.substring(comma + 1).strip(), tidy.substring(0, comma).strip());
        }
        var words = Arrays.asList(tidy.split("\\s+"));
        int last = beginOfLastName(words);
        return new PersonName(
                String.join(" ", words.subList(0, last)), String.join(" ", words.subList(last, words.size())));
    }

    private static int beginOfLastName(List<String> words) {
        int begin = words.size() - 1;
        while (begin > 1 && Character.isLowerCase(words.get(begin - 1).codePointAt(0))) {
            begin--;
        }
        return Math.max(begin, 1);
    }
}
