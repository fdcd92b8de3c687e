package rollcall.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.web.Text;

/** The rows of {@code suppression}: who gets no mail, and why. */
@Component
class SuppressionRows {

    private static final String SELECT =
            "select id, email_key, reason, email, person_id, words, bounces, actor_key, actor_name, since from"
                    + " suppression";

    private final JdbcClient jdbc;

    SuppressionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why each of these recipients stands on the list, by the id of the letter; those who do not are left out. */
    Map<Long, List<Suppressed>> reasons(Collection<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return Map.of();
        }
        var byKey = parcels.stream()
                .collect(Collectors.groupingBy(one -> Text.folded(one.said().address())));
        var byPerson = parcels.stream()
                .filter(one -> one.letter().text().personId() != null)
                .collect(Collectors.groupingBy(one -> one.letter().text().personId()));
        var reasons = new HashMap<Long, List<Suppressed>>();
        found(byKey.keySet(), byPerson.keySet()).forEach(one -> {
            var whom = new ArrayList<>(byKey.getOrDefault(one.key(), List.of()));
            if (one.personId() != null) {
                whom.addAll(byPerson.getOrDefault(one.personId(), List.of()));
            }
            whom.forEach(parcel -> reasons.computeIfAbsent(parcel.id(), id -> new ArrayList<>())
                    .add(one.reason()));
        });
        return reasons;
    }

    private List<Suppression> found(Collection<String> keys, Collection<Long> people) {
        var found = new ArrayList<>(jdbc.sql(SELECT + " where email_key in (:keys)")
                .param("keys", keys)
                .query((row, n) -> suppression(row))
                .list());
        found.addAll(ofPeople(people));
        return found;
    }

    /** What stands there because these people asked for it, under whatever address. */
    List<Suppression> ofPeople(Collection<Long> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where person_id in (:people)")
                        .param("people", people)
                        .query((row, n) -> suppression(row))
                        .list();
    }

    List<Suppression> of(String emailKey) {
        return jdbc.sql(SELECT + " where email_key = :key order by reason")
                .param("key", emailKey)
                .query((row, n) -> suppression(row))
                .list();
    }

    Optional<Suppression> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, n) -> suppression(row))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param beginning of an address, case-folded; empty for all
     * @param below the last id of the page before
     */
    List<Suppression> page(String beginning, @Nullable Suppressed reason, long below, int most) {
        var where = new StringBuilder(" where id < :below");
        var params = new HashMap<String, Object>(Map.of("below", below, "most", most));
        if (!beginning.isEmpty()) {
            where.append(" and email_key >= :from and email_key < :to");
            params.putAll(Map.of("from", beginning, "to", beginning + "\uffff"));
        }
        if (reason != null) {
            where.append(" and reason = :reason");
            params.put("reason", reason.name());
        }
        return jdbc.sql(SELECT + where + " order by id desc limit :most")
                .params(params)
                .query((row, n) -> suppression(row))
                .list();
    }

    static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(
                row.getLong("id"),
                row.getString("email_key"),
                Suppressed.valueOf(row.getString("reason")),
                row.getString("email"),
                (Long) row.getObject("person_id"),
                row.getString("words"),
                row.getInt("bounces"),
                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                row.getTimestamp("since").toInstant());
    }

    /** @return false when the address stands there for that reason already */
    boolean add(Suppression one) {
        return jdbc.sql("""
            insert into suppression (email_key, reason, email, person_id, words, bounces, actor_key, actor_name, since)
            select cast(:key as varchar(254)), cast(:reason as varchar(20)), cast(:email as varchar(254)),
                cast(:person as bigint), cast(:words as varchar(500)), cast(:bounces as integer),
                cast(:actorKey as varchar(60)), cast(:actorName as varchar(200)),
                cast(:since as timestamp(6) with time zone)
            from (select 1 as one) once
            where not exists (select 1 from suppression where email_key = :key and reason = :reason)\
            """).params(params(one)).update() == 1;
    }

    private static Map<String, @Nullable Object> params(Suppression one) {
        var params = new TreeMap<String, @Nullable Object>();
        params.put("key", one.key());
        params.put("reason", one.reason().name());
        params.put("email", one.email());
        params.put("person", one.personId());
        params.put("words", one.words());
        params.put("bounces", one.bounces());
        params.put("actorKey", one.by().key());
        params.put("actorName", one.by().name());
        params.put("since", Timestamp.from(one.since()));
        return params;
    }

    void bounced(String address, String words, Instant now) {
        var key = Text.folded(address);
        var counted = jdbc.sql("""
            update suppression set bounces = bounces + 1, words = :words
            where email_key = :key and reason = 'BOUNCED'\
            """).param("words", words).param("key", key).update();
        if (counted == 0) {
            add(new Suppression(0, key, Suppressed.BOUNCED, Text.tidy(address), null, words, 1, Actor.SYSTEM, now));
        }
    }

    boolean remove(long id) {
        return jdbc.sql("delete from suppression where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whatever stands there because that person unsubscribed, under whatever address, and this address. */
    int subscribe(long personId, String emailKey) {
        return jdbc.sql("""
            delete from suppression where reason = 'UNSUBSCRIBED' and (person_id = :person or email_key = :key)\
            """).param("person", personId).param("key", emailKey).update();
    }

    Map<Suppressed, Long> counts() {
        var counts = new EnumMap<Suppressed, Long>(Suppressed.class);
        jdbc.sql("select reason, count(*) as n from suppression group by reason")
                .query(row -> {
                    counts.put(Suppressed.valueOf(Objects.requireNonNull(row.getString("reason"))), row.getLong("n"));
                });
        return counts;
    }
}
