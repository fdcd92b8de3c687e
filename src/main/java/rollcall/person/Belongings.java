package rollcall.person;

import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a room keeps about people. Each room that keeps anything declares a bean of this type; then it stands in what is
 * handed out about a person, goes along when two records become one, and is gone when the person is erased. All three
 * are part of the caller's transaction.
 */
public interface Belongings {

    /**
     * Everything that is kept about somebody.
     *
     * @param personIds the person and the earlier records of the person
     * @param emailKeys all their addresses, case-folded
     */
    List<Section> about(Collection<Long> personIds, Collection<String> emailKeys);

    /**
     * Gives to {@code into} what belongs to {@code from}, which is deleted afterwards. What a person can have only once,
     * and now would have twice, goes to {@code former} and only tells what was.
     */
    void follow(Merge merge);

    /**
     * Takes out or replaces everything personal; what happened stays, under the pseudonym. The person has left all
     * programs through the one door before, in the same transaction; a room that owes the outside world a cancellation
     * for that keeps the ids it needs, without a name or an address, until it is done.
     */
    void forget(Erasure erasure);

    /** @param former the earlier record that the person keeps of {@code from} */
    record Merge(long from, long into, long former) {}

    /**
     * @param personIds the person and the earlier records of the person
     * @param emailKeys all their addresses, case-folded
     * @param word stands wherever somebody had typed a text about the person
     */
    record Erasure(Set<Long> personIds, Set<String> emailKeys, String word) {}

    /** @param name in lower case, with hyphens between words: it stands in files */
    record Section(String name, List<Entry> entries) {}

    /**
     * One thing that is kept.
     *
     * @param programId the program it belongs to, which says who may see it; null for none
     * @param values by name, in their order; what is not known is left out
     */
    record Entry(@Nullable Long programId, Map<String, Object> values) {

        /** A row under the names of its columns; {@code program_id} says which program it belongs to. */
        public static Entry of(ResultSet row) throws SQLException {
            var values = new LinkedHashMap<String, Object>();
            var columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                var value = value(row, i);
                if (value != null) {
                    values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
                }
            }
            return new Entry((Long) values.remove("program_id"), values);
        }

        private static @Nullable Object value(ResultSet row, int column) throws SQLException {
            return switch (row.getObject(column)) {
                case Timestamp at -> at.toInstant().toString();
                case OffsetDateTime at -> at.toInstant().toString();
                case Clob text -> row.getString(column);
                case String text -> text.isEmpty() ? null : text;
                case null -> null;
                case Object other -> other;
            };
        }
    }
}
