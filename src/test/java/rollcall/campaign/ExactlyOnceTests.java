package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.campaign.CampaignFixture.EACH_TIME;
import static rollcall.campaign.CampaignFixture.batch;
import static rollcall.campaign.CampaignFixture.definition;
import static rollcall.campaign.CampaignFixture.mail;
import static rollcall.campaign.CampaignFixture.to;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.TestClock;

/** Each step is done once for each entry, however many nodes there are and wherever one dies. */
abstract class ExactlyOnceTests extends EmptyFeed {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private FanOut fanOut;

    @Autowired
    private EntryRunner runner;

    @Autowired
    private EntryRows entries;

    @Autowired
    private Saboteur saboteur;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private Definition registerAndWrite;

    @BeforeEach
    void begin() {
        program = members.program(null);
        registerAndWrite = batch(
                Audience.EVERYBODY,
                Again.ONCE,
                new Action.ChangeStatus(REGISTERED.name(), ""),
                mail(fixture.template(program)));
    }

    @AfterEach
    void noMoreSabotage() {
        members.remove(program);
        saboteur.times = 0;
        saboteur.members = List.of();
    }

    private long started() {
        var id = fixture.on(program, registerAndWrite);
        campaigns.run(program, id, Actor.SYSTEM);
        return id;
    }

    /** Entries, letters and changes, of whom each is to be there once. */
    private void assertOnce(long id, long many) {
        assertThat(fixture.entries(id)).isEqualTo(Map.of("DONE", many));
        assertThat(fixture.tally(id)).isEqualTo(Map.of("0 DONE", many, "1 DONE", many));
        assertThat(jdbc.sql("select count(distinct entry_id) from letter where campaign_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(many);
        assertThat(fixture.letters(id)).isEqualTo(many);
        assertThat(jdbc.sql("""
            select count(*) from status_change c join change_set s on s.id = c.change_set_id
            where s.program_id = :p and s.cause = 'CAMPAIGN'\
            """).param("p", program.key()).query(Long.class).single())
                .isEqualTo(many);
    }

    @Test
    void severalNodesDoEachStepOnce() throws Exception {
        members.members(program, 2_500, INVITED);
        var id = started();
        Together.run(3, () -> {
            while (runner.run(id)) {
                // the next slice
            }
        });
        fixture.work(program); // whoever was held by the others when one looked
        assertOnce(id, 2_500);
    }

    @Test
    void whatANodeHadWrittenWhenItDiedIsNotThere() {
        members.members(program, 1_200, INVITED);
        var id = started();
        saboteur.breaks = new DataAccessResourceFailureException("killed");
        saboteur.times = 1;
        assertThat(runner.run(id)).isFalse();
        assertThat(members.counted(program)).isEqualTo(Map.of("INVITED", 1_200L));
        assertThat(fixture.tally(id)).isEmpty();

        fixture.work(program);
        assertOnce(id, 1_200);
    }

    /** Whoever holds entries when the node dies, holds nobody back afterwards. */
    @Test
    void aDeadNodesEntriesAreFreeAtOnce() {
        members.members(program, 10, INVITED);
        var id = started();
        assertThatThrownBy(() -> transaction.executeWithoutResult(dying -> {
                    assertThat(entries.claim(id, TestClock.START, 1_000)).hasSize(10);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        fixture.work(program);
        assertOnce(id, 10);
    }

    /** H2 locks all that a query with an order finds, and nobody would be left for a second node. */
    @Test
    void twoNodesShareOneCampaign() {
        members.members(program, 30, INVITED);
        var id = started();
        transaction.executeWithoutResult(one -> {
            var mine = entries.claim(id, TestClock.START, 10);
            var apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            var theirs = Objects.requireNonNull(apart.execute(other -> entries.claim(id, TestClock.START, 10)));
            assertThat(mine).hasSize(10);
            assertThat(theirs).hasSize(10).doesNotContainAnyElementsOf(mine);
        });
        fixture.work(program);
        assertOnce(id, 30);
    }

    @Test
    void onlyThoseFailAtWhomItBreaks() {
        var all = members.members(program, 300, INVITED);
        var id = started();
        saboteur.members = List.of(all.get(7), all.get(200));
        fixture.work(program);

        assertThat(fixture.entries(id)).isEqualTo(Map.of("DONE", 298L, "FAILED", 2L));
        assertThat(fixture.tally(id))
                .isEqualTo(Map.of("0 DONE", 298L, "0 FAILED campaign.failed.unexpected", 2L, "1 DONE", 298L));
        assertThat(fixture.letters(id)).isEqualTo(298);

        saboteur.members = List.of();
        assertThat(campaigns.retry(program, id, Actor.SYSTEM)).isEqualTo(2);
        fixture.work(program);
        assertOnce(id, 300);
    }

    @Test
    void oneThatFailsForTooManyPausesItselfAndSaysWhy() {
        saboteur.members = members.members(program, 100, INVITED);
        var id = started();
        fixture.work(program);

        var campaign = campaigns.find(program.key(), id).orElseThrow();
        assertThat(campaign.state()).isEqualTo(CampaignState.PAUSED);
        assertThat(campaign.pausedWhy()).isEqualTo("campaign.paused.failures");
        assertThat(fixture.entries(id)).isEqualTo(Map.of("FAILED", 50L, "GOING", 50L));
    }

    @Test
    void aTenthThatFailsIsBorne() {
        var all = members.members(program, 100, INVITED);
        saboteur.members = all.subList(90, 100);
        var id = started();
        fixture.work(program);
        assertThat(campaigns.find(program.key(), id).orElseThrow().state()).isEqualTo(CampaignState.ON);
        assertThat(fixture.entries(id)).isEqualTo(Map.of("FAILED", 10L, "DONE", 90L));
    }

    /** What happened is told once, also when two nodes are at it and when one of them dies over it. */
    @Test
    void whatHappenedIsToldOnce() throws Exception {
        var id = fixture.on(program, definition(to(INVITED), EACH_TIME, new Action.Remove()));
        for (int i = 0; i < 30; i++) {
            members.members(program, 10, INVITED);
        }
        Together.run(3, () -> {
            while (fanOut.run(program.key())) {
                // the next slice
            }
        });
        fixture.work(program);
        assertThat(fixture.entries(id)).isEqualTo(Map.of("REMOVED", 300L));
    }

    /** A bulk of ten thousand that stops half-way and begins anew writes nobody twice. */
    @Test
    void aBulkThatResumesWritesNobodyTwice() {
        var id = fixture.on(
                program,
                definition(to(REGISTERED), new Again(Again.Often.ONCE, 0, true), mail(fixture.template(program))));
        var all = members.members(program, 10_000, INVITED);
        for (int from = 0; from < 6_000; from += 1_000) {
            members.change(program, all.subList(from, from + 1_000), REGISTERED);
        }
        fanOut.run(program.key());
        runner.run(id);
        for (int from = 3_000; from < 10_000; from += 1_000) {
            members.change(program, all.subList(from, from + 1_000), REGISTERED);
        }
        fixture.work(program);

        assertThat(fixture.letters(id)).isEqualTo(10_000);
        assertThat(fixture.entries(id)).isEqualTo(Map.of("DONE", 10_000L));
    }
}
