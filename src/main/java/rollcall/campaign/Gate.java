package rollcall.campaign;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lock of whoever lets members into a campaign: what a status change brings and what a run brings come one after the
 * other, so that "once" holds. Switching on and off takes it as well.
 */
@Component
class Gate {

    private final JdbcClient jdbc;

    Gate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(long campaignId) {
        lock(List.of(campaignId));
    }

    /** In the order of their ids. */
    void lock(Collection<Long> campaignIds) {
        if (!campaignIds.isEmpty()) {
            jdbc.sql("select campaign_id from campaign_gate where campaign_id in (:ids) order by campaign_id"
                            + " for update")
                    .param("ids", campaignIds)
                    .query(Long.class)
                    .list();
        }
    }
}
