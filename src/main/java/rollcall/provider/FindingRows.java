package rollcall.provider;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code refresh_finding}: what a refresh has read, as long as it runs. */
@Component
class FindingRows {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    FindingRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Stores a page; what an earlier page said of the same person in the same way is replaced. */
    void store(long refreshId, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var byKey = new LinkedHashMap<String, Finding>();
        findings.forEach(one -> byKey.merge(one.kind() + one.key(), one, Finding::and));
        var values = byKey.values().stream().map(one -> values(refreshId, one)).toArray(SqlParameterSource[]::new);
        batches.batchUpdate(
                "delete from refresh_finding where refresh_id = :refresh and kind = :kind and person_key = :key",
                values);
        batches.batchUpdate("""
            insert into refresh_finding (refresh_id, kind, person_key, claimed_member_id, registrant_id, email_key, email,
                name, seconds, happened_at, words)
            values (:refresh, :kind, :key, :claimed, :registrant, :emailKey, :email, :name, :seconds, :at, :words)\
            """, values);
    }

    private static MapSqlParameterSource values(long refreshId, Finding one) {
        return new MapSqlParameterSource("refresh", refreshId)
                .addValue("kind", one.kind().name())
                .addValue("key", one.key())
                .addValue("claimed", one.claimedMemberId())
                .addValue("registrant", one.registrantId())
                .addValue("emailKey", one.emailKey())
                .addValue("email", one.email())
                .addValue("name", one.name())
                .addValue("seconds", one.seconds())
                .addValue("at", one.at() == null ? null : Timestamp.from(one.at()))
                .addValue("words", one.words());
    }

    /** The next members of whom something is said, in the order of their ids. */
    List<Long> members(long refreshId, long after, int most) {
        return jdbc.sql("""
            select distinct member_id from refresh_finding
            where refresh_id = :refresh and member_id > :after order by member_id limit :most\
            """)
                .param("refresh", refreshId)
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    long countMembers(long refreshId) {
        return jdbc.sql("select count(distinct member_id) from refresh_finding where refresh_id = :refresh")
                .param("refresh", refreshId)
                .query(Long.class)
                .single();
    }

    /**
     * What was said of the members from one to another by their ids, in any order. Asked for by each id of a thousand, H2
     * would read all findings of the refresh.
     */
    List<Said> between(long refreshId, long first, long last) {
        return jdbc.sql("""
            select member_id, kind, registrant_id, seconds, happened_at, words from refresh_finding
            where refresh_id = :refresh and member_id between :first and :last\
            """)
                .param("refresh", refreshId)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> new Said(
                        row.getLong("member_id"),
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("registrant_id"),
                        row.getInt("seconds"),
                        WebinarRows.instant(row, "happened_at"),
                        row.getString("words")))
                .list();
    }

    void forget(long refreshId) {
        jdbc.sql("delete from refresh_finding where refresh_id = :refresh")
                .param("refresh", refreshId)
                .update();
    }
}
