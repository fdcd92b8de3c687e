package rollcall.campaign;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/** What this room keeps about people: through which campaigns they went. It hangs on the membership, and goes where that goes. */
@Component
class CampaignBelongings implements Belongings {

    private static final String OF_THEM = "member_id in (select id from member where person_id in (:people))";

    private final JdbcClient jdbc;

    CampaignBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        return List.of(
                section("campaigns", """
                    select e.program_id, g.name as program, c.name as campaign, e.state, e.entered_at, e.ended_at
                    from campaign_entry e join campaign c on c.id = e.campaign_id join program g on g.id = e.program_id
                    where e.\
                    """ + OF_THEM + " order by e.id", personIds),
                section("told-to-webhooks", """
                    select c.program_id, g.name as program, c.name as campaign, w.name as webhook, l.state, l.created_at,
                        l.settled_at
                    from webhook_call l join webhook w on w.id = l.webhook_id join campaign c on c.id = l.campaign_id
                        join program g on g.id = c.program_id
                    where l.\
                    """ + OF_THEM + " order by l.id", personIds));
    }

    private Section section(String name, String sql, Collection<Long> personIds) {
        var entries = jdbc.sql(sql)
                .param("people", personIds)
                .query((row, n) -> Entry.of(row))
                .list();
        return new Section(name, entries);
    }

    @Override
    public void follow(Merge merge) {}

    /** Nothing personal stands here; what was still to be told of them is not told any more. */
    @Override
    public void forget(Erasure erasure) {
        jdbc.sql("""
            update webhook_call set state = 'CANCELLED', due_at = null, settled_at = current_timestamp
            where state = 'WAITING' and\
            """ + " " + OF_THEM).param("people", erasure.personIds()).update();
    }
}
