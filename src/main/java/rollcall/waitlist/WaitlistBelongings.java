package rollcall.waitlist;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/** What this room keeps about people: seats that were held for them, and how they were moved. It hangs on the membership. */
@Component
class WaitlistBelongings implements Belongings {

    private static final String OFFERS = """
        select o.program_id, g.name as program, o.state, o.made_at, o.until, o.settled_at
        from waitlist_offer o join program g on g.id = o.program_id join member m on m.id = o.member_id
        where m.person_id in (:people) order by o.id\
        """;

    private static final String MOVES = """
        select o.program_id, g.name as program, o.priority_before, o.priority_after, o.reason, o.moved_at
        from waitlist_move o join program g on g.id = o.program_id join member m on m.id = o.member_id
        where m.person_id in (:people) order by o.id\
        """;

    private final JdbcClient jdbc;

    WaitlistBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        return List.of(
                new Section("waitlist-offers", entries(OFFERS, personIds)),
                new Section("waitlist-moves", entries(MOVES, personIds)));
    }

    private List<Entry> entries(String sql, Collection<Long> personIds) {
        return jdbc.sql(sql)
                .param("people", personIds)
                .query((row, n) -> Entry.of(row))
                .list();
    }

    @Override
    public void follow(Merge merge) {}

    /** Their open offers are over already, since they have left. */
    @Override
    public void forget(Erasure erasure) {
        jdbc.sql("""
            update waitlist_move set reason = :word
            where member_id in (select id from member where person_id in (:people))\
            """)
                .param("word", erasure.word())
                .param("people", erasure.personIds())
                .update();
    }
}
