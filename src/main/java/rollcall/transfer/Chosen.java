package rollcall.transfer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.member.QuestionWord;
import rollcall.person.PersonField;

/**
 * What is taken along of each member into a file.
 *
 * @param columns the keys of columns, in the order of the file
 * @param answers the questions whose answers are taken along
 */
record Chosen(List<String> columns, List<String> answers) {

    static final String STATUS = "STATUS";
    static final String STATUS_REASON = "STATUS_REASON";
    static final String JOINED = "JOINED";
    static final String CHANGED = "CHANGED";
    static final String REGISTRANT_ID = "REGISTRANT_ID";
    static final String JOIN_LINK = "JOIN_LINK";

    /** Every column that there is, in the order of the file: the person, then the membership. */
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of(PersonField.values()).map(PersonField::name),
                    Stream.of(STATUS, STATUS_REASON, JOINED, CHANGED, REGISTRANT_ID, JOIN_LINK))
            .toList();

    /**
     * @param columns null for all
     * @param answers null for none, but for all where all columns are meant
     * @param questions all that there are
     */
    static Chosen of(@Nullable List<String> columns, @Nullable List<String> answers, List<String> questions) {
        if (columns == null && answers == null) {
            return new Chosen(COLUMNS, questions);
        }
        var wanted = columns == null ? List.<String>of() : columns;
        var asked = answers == null ? List.<String>of() : answers;
        return new Chosen(
                COLUMNS.stream().filter(wanted::contains).toList(),
                questions.stream()
                        .filter(question -> QuestionWord.isMeant(asked, question))
                        .toList());
    }

    /** The key of the message that heads a column. */
    static String heading(String column) {
        return switch (column) {
            case JOINED -> "transfer.export.joined";
            case CHANGED -> "transfer.export.changed";
            default -> "transfer.target." + column;
        };
    }
}
