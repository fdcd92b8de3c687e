package rollcall.member;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The columns of a list of members that somebody chose, as the query of its address names them: {@code column} (a
 * {@link MemberColumn}, {@code STANDARD} for the usual ones, {@code NAME} for none; any number) and {@code answers} (a
 * question, any number). Words that mean nothing are passed over.
 *
 * @param columns in the order of the table
 * @param answers questions, or the {@linkplain QuestionWord words} that stand for them
 */
record ColumnChoice(List<MemberColumn> columns, List<String> answers) {

    static final ColumnChoice STANDARD = new ColumnChoice(MemberColumn.STANDARD, List.of());

    static final ColumnChoice NONE = new ColumnChoice(List.of(), List.of());

    /** How many answers stand beside each other. */
    static final int MOST_ANSWERS = 20;

    private static final int LONGEST_QUESTION = 200;

    private static final String COLUMN = "column";
    private static final String ANSWERS = "answers";
    private static final String USUAL = "STANDARD";
    private static final String NAME_ALONE = "NAME";

    /** What every file has that shows more than the name and the status of each. */
    private static final List<String> ALWAYS = List.of("FIRST_NAME", "LAST_NAME", "STATUS");

    ColumnChoice {
        columns = columns.stream().distinct().sorted().toList();
        answers = List.copyOf(answers);
    }

    /** Null for a query that names no columns. */
    static @Nullable ColumnChoice of(MultiValueMap<String, String> query) {
        if (!query.containsKey(COLUMN) && !query.containsKey(ANSWERS)) {
            return null;
        }
        var columns = new ArrayList<MemberColumn>();
        for (var word : query.getOrDefault(COLUMN, List.of())) {
            if (word.equals(USUAL)) {
                columns.addAll(MemberColumn.STANDARD);
            }
            MemberColumn.ofWord(word).ifPresent(columns::add);
        }
        var answers = query.getOrDefault(ANSWERS, List.of()).stream()
                .filter(word -> !word.isBlank() && word.length() <= LONGEST_QUESTION)
                .distinct()
                .toList();
        return new ColumnChoice(columns, answers);
    }

    static @Nullable ColumnChoice parse(@Nullable String query) {
        return query == null ? null : of(QueryString.parse(query));
    }

    public boolean has(MemberColumn column) {
        return columns.contains(column);
    }

    ColumnChoice without(MemberColumn column) {
        return new ColumnChoice(columns.stream().filter(one -> one != column).toList(), answers);
    }

    boolean standard() {
        return equals(STANDARD);
    }

    /** As it stands in an address. */
    MultiValueMap<String, String> words() {
        return words(answers.stream().map(QuestionWord::of).toList());
    }

    private MultiValueMap<String, String> words(List<String> questions) {
        var words = new LinkedMultiValueMap<String, String>();
        if (columns.equals(MemberColumn.STANDARD)) {
            words.add(COLUMN, USUAL);
        } else if (columns.isEmpty()) {
            words.add(COLUMN, NAME_ALONE);
        } else {
            columns.forEach(column -> words.add(COLUMN, column.name()));
        }
        questions.forEach(question -> words.add(ANSWERS, question));
        return words;
    }

    /** With every question written out, to be kept. */
    String stored() {
        return written(new QueryString(), words(answers)).toString();
    }

    QueryString onto(QueryString query) {
        return written(query, words());
    }

    /** The same as a file's form names it. */
    MultiValueMap<String, String> fileWords() {
        var words = new LinkedMultiValueMap<String, String>();
        var names = new ArrayList<>(ALWAYS);
        columns.forEach(column -> names.add(column.name()));
        words.put(COLUMN, names);
        answers.forEach(question -> words.add(ANSWERS, QuestionWord.of(question)));
        return words;
    }

    static QueryString written(QueryString query, MultiValueMap<String, String> words) {
        words.forEach(query::withEach);
        return query;
    }
}
