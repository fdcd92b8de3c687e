package rollcall.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes letters back before they are sent. One that is being handed over at this moment is left alone: whoever has it in
 * hand locks that one and the next, this locks none that is handed over, so neither waits for the other.
 */
@Component
class LetterCancels {

    private static final String CANCEL = """
        update letter set state = 'CANCELLED', due_at = null, owner = null, settled_at = :now
        where state in ('WAITING', 'CLAIMED')\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterCancels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean one(long letterId) {
        return cancel(" and id = :id", Map.of("id", letterId)) == 1;
    }

    int ofCampaign(long campaignId) {
        return cancel(" and campaign_id = :campaign", Map.of("campaign", campaignId));
    }

    int ofProgram(long programId) {
        return cancel(" and program_id = :program", Map.of("program", programId));
    }

    int all() {
        return cancel("", Map.of());
    }

    private int cancel(String which, Map<String, ?> params) {
        return jdbc.sql(CANCEL + which)
                .params(params)
                .param("now", Timestamp.from(now()))
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
