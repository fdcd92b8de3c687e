package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.campaign.CampaignFixture;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class CampaignInvariantTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inspection inspection;

    @Autowired
    private CampaignFixture campaigns;

    @Autowired
    private TransactionTemplate transaction;

    private long campaign;
    private long program;

    @BeforeEach
    void begin() {
        campaign = campaigns.ran();
        program = jdbc.sql("select program_id from campaign where id = :id")
                .param("id", campaign)
                .query(Long.class)
                .single();
    }

    @Test
    void whatCampaignsWriteBreaksNothing() {
        assertThat(breaches()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing says when they  | update campaign_entry set due_at = null where campaign_id = :campaign and state = 'GOING'
        nothing says when they  | update campaign_entry set due_at = ended_at where campaign_id = :campaign and state = 'DONE'
        nothing says why        | update campaign_entry set problem = 'x' where campaign_id = :campaign and state = 'DONE'
        of another program      | update campaign_entry set program_id = -1 where campaign_id = :campaign
        does not have           | update campaign_entry set version = 7 where campaign_id = :campaign
        a campaign that is off  | update campaign set state = 'OFF' where id = :campaign
        has not been told       | insert into campaign_feed (program_id, kind, level, accepted, happened_at) values (:program, 'SEATS_FREED', 0, false, timestamp with time zone '2020-01-01 00:00:00+00:00')
        counted as failed       | insert into campaign_tally (campaign_id, version, step, outcome, detail, n) values (:campaign, 1, 0, 'FAILED', '', 1)
        is counted twice        | insert into campaign_tally (campaign_id, version, step, outcome, detail, n) values (:campaign, 1, 0, 'DONE', '', 1)
        though it is not on     | update campaign set next_run_at = current_timestamp, state = 'PAUSED' where id = :campaign
        who is not in the       | update letter set member_id = (select min(id) from member) where campaign_id = :campaign
        never laid down         | insert into webhook_call (webhook_id, campaign_id, entry_id, entry_step, member_id, state, due_at, owner, lease_until, tries, created_at) select w.id, e.campaign_id, e.id, 0, e.member_id, 'CALLING', e.entered_at, 'o', timestamp with time zone '2020-01-01 00:00:00+00:00', 1, e.entered_at from campaign_entry e cross join webhook w where e.campaign_id = :campaign
        did not say so          | insert into webhook_call (webhook_id, campaign_id, entry_id, entry_step, member_id, state, answer, tries, created_at, settled_at) select w.id, e.campaign_id, e.id, 0, e.member_id, 'DONE', 500, 1, e.entered_at, e.entered_at from campaign_entry e cross join webhook w where e.campaign_id = :campaign
        does not                | insert into webhook_call (webhook_id, campaign_id, entry_id, entry_step, member_id, state, due_at, tries, created_at) select w.id, e.campaign_id, e.id, 0, e.member_id, 'WAITING', null, 0, e.entered_at from campaign_entry e cross join webhook w where e.campaign_id = :campaign
        """)
    void aPlantedBreakIsFound(String breach, String statement) {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("""
                insert into webhook (name, address, sealed_key, created_at) values ('planted', '', '', current_timestamp)\
                """).update();
            var params = new TreeMap<String, Object>(Map.of("campaign", campaign, "program", program));
            assertThat(jdbc.sql(statement).params(params).update()).isPositive();
            assertThat(breaches()).anyMatch(found -> found.contains(breach));
        });
        assertThat(breaches()).isEmpty();
    }

    private List<String> breaches() {
        return Inspected.breaches(inspection);
    }
}
