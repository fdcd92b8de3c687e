package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnChoiceTest {

    private static final String LONG = "What do you expect from this webinar, and what would make it worth your while?";

    /** Columns stand in the order of the table; words that mean nothing are passed over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        column=STANDARD                                 | column=STANDARD
        column=NAME                                     | column=NAME
        column=                                         | column=NAME
        column=NO_SUCH                                  | column=NAME
        column=PHONE&column=EMAIL&column=EMAIL          | column=EMAIL&column=PHONE
        column=STANDARD&column=SOURCE                   | column=EMAIL&column=COMPANY&column=STATUS_REASON&column=JOINED&column=CHANGED&column=SOURCE
        column=CHANGED&column=JOINED&column=STATUS_REASON&column=COMPANY&column=EMAIL | column=STANDARD
        answers=Diet&answers=Diet&answers=              | column=NAME&answers=Diet
        column=STANDARD&answers=What+else%3F&q=ada      | column=STANDARD&answers=What+else%3F
        column=email&column=STATUS                      | column=NAME
        """)
    void isWrittenAsAnAddressHasIt(String query, String written) {
        var choice = ColumnChoice.parse(query);
        assertThat(choice).isNotNull();
        assertThat(choice.onto(new QueryString())).hasToString(written);
        assertThat(choice.stored()).isEqualTo(written);
        assertThat(ColumnChoice.parse(written)).isEqualTo(choice);
    }

    @ParameterizedTest
    @CsvSource({"''", "q=ada&sort=email", "answer=vegan"})
    void isNoneWhereNoneAreNamed(String query) {
        assertThat(ColumnChoice.parse(query)).isNull();
    }

    @Test
    void aLongQuestionIsShortInAnAddressAndWholeWhereItIsKept() {
        var choice = new ColumnChoice(List.of(), List.of(LONG, "Diet"));
        assertThat(choice.words().get("answers").getFirst()).matches("~[0-9a-f]{12}");
        assertThat(choice.words().get("answers").getLast()).isEqualTo("Diet");
        assertThat(ColumnChoice.parse(choice.stored())).isEqualTo(choice);

        assertThat(QuestionWord.means(QuestionWord.of(LONG), LONG)).isTrue();
        assertThat(QuestionWord.means(LONG, LONG)).isTrue();
        assertThat(QuestionWord.means(QuestionWord.of(LONG), LONG + "!")).isFalse();
        assertThat(QuestionWord.means("~", "~")).isTrue();
    }

    /** The longest choice that there can be, in a script of which each letter takes nine characters. */
    @Test
    void noAddressIsTooLongForAServer() {
        var questions = IntStream.range(0, ColumnChoice.MOST_ANSWERS)
                .mapToObj(i -> "問".repeat(190) + i)
                .toList();
        var all = new ColumnChoice(List.of(MemberColumn.values()), questions);
        assertThat(all.onto(new QueryString()).toString()).hasSizeLessThan(1_500);
        assertThat(all.stored()).hasSizeLessThan(40_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        column=STANDARD                        | true  | column=STANDARD              |
        column=EMAIL&column=PHONE              | true  | column=EMAIL&column=PHONE    |
        column=EMAIL&column=PHONE              | false | column=EMAIL                 |
        answers=Shoes&answers=Diet             | false | column=NAME&answers=Diet     | Shoes
        column=EMAIL&answers=Seat&answers=Diet | true  | column=EMAIL&answers=Diet&answers=Seat |
        answers=Shoes&answers=Hat              | true  | column=NAME                  | Shoes,Hat
        """)
    void showsWhatThereIsAndWhatTheReaderMaySee(String chosen, boolean phones, String shown, String dropped) {
        var choice = ColumnChoice.parse(chosen);
        assertThat(choice).isNotNull();
        var fitted = FittedColumns.of(choice, phones, () -> List.of("Diet", "Seat"));
        assertThat(fitted.shown().stored()).isEqualTo(shown);
        assertThat(fitted.dropped()).containsExactly(dropped == null ? new String[0] : dropped.split(","));
    }

    @Test
    void noMoreAnswersAreShownThanFit() {
        var many = IntStream.range(0, 30).mapToObj(i -> "Question " + i).toList();
        var fitted = FittedColumns.of(new ColumnChoice(List.of(), many), true, () -> many);
        assertThat(fitted.shown().answers()).isEqualTo(many.subList(0, 20));
        assertThat(fitted.dropped()).isEmpty();
    }

    @Test
    void questionsAreNotLookedUpForNothing() {
        var fitted = FittedColumns.of(ColumnChoice.STANDARD, true, () -> {
            throw new AssertionError("nobody asked");
        });
        assertThat(fitted.shown()).isEqualTo(ColumnChoice.STANDARD);
    }
}
