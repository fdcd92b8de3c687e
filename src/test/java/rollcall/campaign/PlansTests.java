package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** Those who wait cost nothing: what workers ask is answered by an index, whose plans a few thousand rows show. */
abstract class PlansTests extends EmptyFeed {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private long id;

    @BeforeEach
    void manyWait() {
        program = members.program(null);
        id = fixture.on(program, CampaignFixture.batch(Audience.EVERYBODY, Again.ONCE, new Action.Remove()));
        var some = members.members(program, 100, StatusCode.INVITED);
        jdbc.sql("""
            insert into campaign_entry (program_id, campaign_id, version, member_id, level, step, state, due_at, entered_at)
            select :program, :campaign, 1, m.id, 0, 0, 'GOING', :due, :now
            from member m cross join (
                select a.id from member a where a.program_id = :program order by a.id limit 100) often
            where m.program_id = :program\
            """)
                .param("program", program.key())
                .param("campaign", id)
                .param("due", Timestamp.from(TestClock.START.plus(Duration.ofDays(30))))
                .param("now", Timestamp.from(TestClock.START))
                .update();
        assertThat(some).hasSize(100);
        analyze();
    }

    @AfterEach
    void away() {
        members.remove(program);
    }

    /** Lets the database know what the tables hold, where it wants to. */
    abstract void analyze();

    abstract String explain();

    /** How a plan says that it reads a whole table. */
    abstract List<String> scans();

    private String plan(String sql, Map<String, ?> params) {
        return String.join(
                        "\n",
                        jdbc.sql(explain() + sql)
                                .params(params)
                                .query(String.class)
                                .list())
                .toLowerCase(Locale.ROOT);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    @Test
    void whoIsDueIsFoundByIndex() {
        var params = Map.of("campaign", id, "now", Timestamp.from(TestClock.START), "most", 1_000);
        assertThat(plan("""
            select e.id from campaign_entry e where e.campaign_id = :campaign and e.due_at <= :now
            order by e.campaign_id, e.due_at, e.id limit :most\
            """, params)).contains("campaign_entry_by_due").doesNotContain(scans().toArray(String[]::new));
        assertThat(plan(EntryRows.CAMPAIGNS_DUE, Map.of("now", Timestamp.from(TestClock.START))))
                .contains("campaign_entry_by_due", "campaign_entry_by_state")
                .doesNotContain(scans().toArray(String[]::new));
    }

    @Test
    void whoWasInBeforeIsFoundByIndex() {
        assertThat(plan("""
            select m.id from member m where m.id = :member and not exists (
                select 1 from campaign_entry e where e.member_id = m.id and e.campaign_id = :campaign)\
            """, Map.of("member", 1L, "campaign", id)))
                .contains("campaign_entry_by_member")
                .doesNotContain(scans().toArray(String[]::new));
    }

    @Test
    void whatOneMemberWentThroughIsFoundByIndex() {
        assertThat(plan("select * from campaign_entry where member_id = :member", Map.of("member", 1L)))
                .contains("member_id =")
                .doesNotContain(scans().toArray(String[]::new));
    }
}
