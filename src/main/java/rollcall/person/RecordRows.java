package rollcall.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.web.Text;

/** What becomes of rows of {@code person} that stop being a person of their own: merged, or erased. */
@Component
class RecordRows {

    private final JdbcClient jdbc;
    private final PersonRows rows;
    private final Clock clock;

    RecordRows(JdbcClient jdbc, PersonRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Keeps these people as they are until the transaction ends; those who were merged or erased are left out. */
    Map<Long, Person> lock(Collection<Long> ids) {
        var open = jdbc.sql("""
            select id from person where id in (:ids) and merged_into is null and erased_at is null
            order by id for update\
            """).param("ids", ids).query(Long.class).list();
        return open.isEmpty() ? Map.of() : rows.byIds(open);
    }

    /**
     * Keeps these people from being merged or erased until the transaction ends.
     *
     * @return those who were, before
     * @throws OptimisticLockingFailureException when one of them is not there any more
     */
    Set<Long> hold(Collection<Long> ids) {
        var closed = new HashSet<Long>();
        var found = new HashSet<Long>();
        jdbc.sql("""
            select id, case when merged_into is null and erased_at is null then 0 else 1 end as closed
            from person where id in (:ids) order by id for update\
            """).param("ids", ids).query(row -> {
            found.add(row.getLong("id"));
            if (row.getInt("closed") == 1) {
                closed.add(row.getLong("id"));
            }
        });
        if (!found.containsAll(ids)) {
            throw new OptimisticLockingFailureException("Somebody was merged meanwhile.");
        }
        return closed;
    }

    /** Lets another record have the address; no address lacks an at sign. */
    void freeKey(long id) {
        jdbc.sql("update person set email_key = :key where id = :id")
                .param("key", "merging-" + id)
                .param("id", id)
                .update();
    }

    /** The id of the earlier record. */
    long insertFormer(PersonDetails details, long replaces, long mergedInto) {
        rows.insert(List.of(details), clock.instant());
        var key = Text.folded(details.email());
        jdbc.sql("update person set replaces = :replaces, merged_into = :into where email_key = :key")
                .param("replaces", replaces)
                .param("into", mergedInto)
                .param("key", key)
                .update();
        return jdbc.sql("select id from person where email_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** Earlier records of the one are earlier records of the other. */
    void lead(long from, long into) {
        jdbc.sql("update person set merged_into = :into where merged_into = :from")
                .param("into", into)
                .param("from", from)
                .update();
    }

    /** Puts a pseudonym over these records; their keys stay unique. */
    void erase(Collection<Long> ids, String first, String last, Instant now) {
        jdbc.sql("""
            update person set version = version + 1, erased_at = :now, first_name = :first, last_name = :last,
                name_key = :nameKey, given_key = :givenKey, email = '', email_key = concat('erased-', id),
                company = '', company_key = '', job_title = '', phone = '', country = '', language = '', zone = ''
            where id in (:ids)\
            """)
                .param("now", Timestamp.from(now))
                .param("first", first)
                .param("last", last)
                .param("nameKey", Text.searchable(last + " " + first))
                .param("givenKey", Text.searchable(first + " " + last))
                .param("ids", ids)
                .update();
    }
}
