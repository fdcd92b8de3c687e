package rollcall.member;

import java.util.List;
import java.util.function.Supplier;

/**
 * What somebody may see today of the columns that were chosen.
 *
 * @param shown with the questions written out, in their order
 * @param dropped the answers to questions that the program does not ask any more, as they were named
 */
record FittedColumns(ColumnChoice shown, List<String> dropped) {

    /**
     * @param phones whether the reader may see telephone numbers
     * @param questions that the program asks; only looked up when an answer was chosen
     */
    static FittedColumns of(ColumnChoice chosen, boolean phones, Supplier<List<String>> questions) {
        var shown = phones ? chosen : chosen.without(MemberColumn.PHONE);
        if (chosen.answers().isEmpty()) {
            return new FittedColumns(shown, List.of());
        }
        var asked = questions.get();
        var answers = asked.stream()
                .filter(question -> QuestionWord.isMeant(chosen.answers(), question))
                .limit(ColumnChoice.MOST_ANSWERS)
                .toList();
        var dropped = chosen.answers().stream()
                .filter(word -> asked.stream().noneMatch(question -> QuestionWord.means(word, question)))
                .toList();
        return new FittedColumns(new ColumnChoice(shown.columns(), answers), dropped);
    }
}
