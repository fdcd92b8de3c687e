package rollcall.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was sent about somebody who had registered before. It changes nothing until the person confirms it at their
 * {@link rollcall.member.StatusLinks link}, for whoever sent it may have been somebody else.
 */
@Service
public class Revisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Revisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was sent, and is to be confirmed.
     *
     * @param typed by key of the field
     * @param wordings what a consent said at that time, by key of the field
     */
    record Revision(long id, Instant sentAt, Map<String, List<String>> typed, Map<String, String> wordings) {}

    /**
     * Keeps it until it is confirmed or discarded, or something else is sent. Takes part in the caller's transaction,
     * which holds the member.
     *
     * @param sent without errors
     */
    @Transactional
    public void keep(long memberId, Filled sent) {
        drop(memberId);
        jdbc.sql("insert into registration_revision (member_id, sent_at) values (:member, :now)")
                .param("member", memberId)
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
        var id = jdbc.sql("select id from registration_revision where member_id = :member")
                .param("member", memberId)
                .query(Long.class)
                .single();
        sent.form().fields().stream()
                .filter(field -> field.kind() != FieldKind.EMAIL)
                .forEach(field -> insert(id, field, sent.typed().getOrDefault(field.key(), List.of())));
    }

    private void insert(long id, Field field, List<String> typed) {
        jdbc.sql("""
            insert into registration_revision_value (revision_id, field_key, typed, wording)
            values (:id, :key, :typed, :wording)\
            """)
                .param("id", id)
                .param("key", field.key())
                .param("typed", String.join("\n", typed))
                .param("wording", field.wording())
                .update();
    }

    /** What waits for the member to confirm it. */
    Optional<Revision> of(long memberId) {
        return jdbc.sql("select id, sent_at from registration_revision where member_id = :member")
                .param("member", memberId)
                .query((row, n) ->
                        revision(row.getLong("id"), row.getTimestamp("sent_at").toInstant()))
                .optional();
    }

    private Revision revision(long id, Instant sentAt) {
        var typed = new HashMap<String, List<String>>();
        var wordings = new HashMap<String, String>();
        jdbc.sql("select field_key, typed, wording from registration_revision_value where revision_id = :id")
                .param("id", id)
                .query(row -> {
                    typed.put(row.getString("field_key"), List.of(row.getString("typed")));
                    wordings.put(row.getString("field_key"), row.getString("wording"));
                });
        return new Revision(id, sentAt, typed, wordings);
    }

    /** @return whether there was one */
    boolean drop(long memberId) {
        return jdbc.sql("delete from registration_revision where member_id = :member")
                        .param("member", memberId)
                        .update()
                > 0;
    }
}
