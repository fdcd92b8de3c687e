package rollcall.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import rollcall.web.FormulaGuard;
import rollcall.web.Text;

/** Under which question the answers of a column are kept. */
final class Questions {

    static final int LONGEST = 200;

    private Questions() {}

    /** One for each column: its heading, cut to what fits, numbered where it comes again. */
    static List<String> of(List<String> headings) {
        var taken = new HashSet<String>();
        var questions = new ArrayList<String>();
        for (var heading : headings) {
            var question = cut(Text.tidy(FormulaGuard.unguard(heading)), LONGEST);
            for (int n = 2; !taken.add(Text.folded(question)); n++) {
                var number = " (" + n + ")";
                question = cut(Text.tidy(FormulaGuard.unguard(heading)), LONGEST - number.length()) + number;
            }
            questions.add(question);
        }
        return List.copyOf(questions);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).strip();
    }
}
