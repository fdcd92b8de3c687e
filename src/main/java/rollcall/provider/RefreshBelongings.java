package rollcall.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/**
 * What refreshes keep about people: those who attended and were matched to nobody, by their address, and words of the
 * provider beside a member. The first belong to an address, the second hang on the membership; so neither has to follow.
 */
@Component
class RefreshBelongings implements Belongings {

    private static final String UNMATCHED =
            "(lower(email) in (:keys) or member_id in (select id from member where person_id in (:people)))";

    private final JdbcClient jdbc;

    RefreshBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        if (emailKeys.isEmpty()) {
            return List.of();
        }
        var entries = jdbc.sql("""
            select program_id, email, name, live_seconds, on_demand_seconds, came_at, watched_at, registered,
                registrant_id, first_seen_at, state
            from unmatched_attendee
            where\
            """ + " " + UNMATCHED + " order by id")
                .params(Map.of("keys", emailKeys, "people", personIds))
                .query((row, n) -> Entry.of(row))
                .list();
        return List.of(new Section("attendance-matched-to-nobody", entries), kept(personIds));
    }

    private Section kept(Collection<Long> personIds) {
        var entries = jdbc.sql("""
            select r.program_id, r.asked_at, k.words from refresh_kept k join refresh r on r.id = k.refresh_id
            where k.member_id in (select id from member where person_id in (:people)) order by r.id\
            """)
                .param("people", personIds)
                .query((row, n) -> Entry.of(row))
                .list();
        return new Section("cancelled-and-kept", entries);
    }

    @Override
    public void follow(Merge merge) {}

    @Override
    public void forget(Erasure erasure) {
        var them = Map.of("keys", erasure.emailKeys(), "people", erasure.personIds());
        jdbc.sql("delete from unmatched_attendee where " + UNMATCHED)
                .params(them)
                .update();
        jdbc.sql("delete from refresh_finding where email_key in (:keys)"
                        + " or member_id in (select id from member where person_id in (:people))")
                .params(them)
                .update();
        jdbc.sql("update refresh_kept set words = ''"
                        + " where member_id in (select id from member where person_id in (:people))")
                .param("people", erasure.personIds())
                .update();
    }
}
