package rollcall.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * Behind whom a page begins.
 *
 * @param value what the list is ordered by, of that member
 */
record PageStart(Object value, long id) {

    static PageStart of(Instant at, long id) {
        return new PageStart(Timestamp.from(at), id);
    }

    /**
     * The whole list. With a condition that all members meet, on the column by which it is ordered: without one, H2 takes
     * an index that has the program alone, and sorts all of it for the first page.
     */
    static MemberSql everybody(MemberSql list, MemberSort sort) {
        return list.copy().add(sort.met(), "bound", sort.bound());
    }

    /**
     * The members behind this one: first those who are alike in what the list is ordered by, then the others. One condition
     * for both, {@code (name_key, id) > (…)}, makes H2 read all that are alike for each page, or the whole program.
     */
    List<MemberSql> behind(MemberSql list, MemberSort sort, boolean forward) {
        var column = "m." + sort.column();
        var sign = forward == sort.ascending() ? " > " : " < ";
        var alike = list.copy().add(column + " = :key", "key", value).add("m.id" + sign + ":keyId", "keyId", id);
        return List.of(alike, list.copy().add(column + sign + ":key", "key", value));
    }
}
