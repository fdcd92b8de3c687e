package rollcall.campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what came of the steps: only added to, so that nobody waits for a counter. */
@Component
class TallyRows {

    static final String DONE = "DONE";
    static final String SKIPPED = "SKIPPED";
    static final String REFUSED = "REFUSED";
    static final String FAILED = "FAILED";

    private final JdbcClient jdbc;

    TallyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param detail why, when that is not in the outcome; else empty */
    void add(long campaignId, int version, int step, String outcome, String detail, int members) {
        if (members != 0) {
            jdbc.sql("""
                insert into campaign_tally (campaign_id, version, step, outcome, detail, n)
                values (:campaign, :version, :step, :outcome, :detail, :n)\
                """)
                    .param("campaign", campaignId)
                    .param("version", version)
                    .param("step", step)
                    .param("outcome", outcome)
                    .param("detail", detail)
                    .param("n", members)
                    .update();
        }
    }

    /** Nobody of those who stand as failed counts as such any more. */
    void takeBackFailed(long campaignId) {
        jdbc.sql("""
            insert into campaign_tally (campaign_id, version, step, outcome, detail, n)
            select campaign_id, version, step, 'FAILED', problem, cast(-count(*) as integer) from campaign_entry
            where campaign_id = :campaign and state = 'FAILED' group by campaign_id, version, step, problem\
            """).param("campaign", campaignId).update();
    }
}
