package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import rollcall.provider.RefreshFixture;
import rollcall.testing.TestClock;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class RefreshInvariantTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inspection inspection;

    @Autowired
    private RefreshFixture refreshes;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private long refresh;
    private long program;

    @BeforeEach
    void begin() {
        var at = refreshes.program();
        program = at.key();
        clock.set(at.endsAt().plus(Duration.ofHours(1)));
        refresh = refreshes.ran(at);
    }

    @Test
    void whatARefreshWritesBreaksNothing() {
        assertThat(breaches()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        did not end together | update refresh set ended_at = null where id = :refresh
        did not end together | update refresh set end_state = 'FAILED' where id = :refresh
        still has what       | insert into refresh_finding (refresh_id, kind, person_key, email_key, email, name, seconds, words) values (:refresh, 'LIVE', 'x', '', '', '', 0, '')
        does not allow it    | update refresh set complete = false where id = :refresh
        does not allow it    | update refresh set event_ended_at = null where id = :refresh
        does not allow it    | update refresh set live = 0 where id = :refresh
        does not allow it    | update refresh set no_shows = 'INCOMPLETE' where id = :refresh
        A preview changed    | update refresh set preview = true where id = :refresh
        other changes        | update refresh_count set n = 7 where refresh_id = :refresh and to_status = 'ATTENDED'
        Two refreshes        | insert into refresh (program_id, provider, event_id, preview, automatic, confirmed_empty, actor_key, actor_name, asked_at, registrants, live, on_demand, complete, unmatched) select program_id, provider, event_id, false, false, false, 'a', 'b', asked_at, 0, 0, 0, false, 0 from refresh cross join (select 1 as n union all select 2) twice where id = :refresh
        without saying by    | update unmatched_attendee set state = 'DISMISSED' where program_id = :program
        """)
    void aPlantedBreakIsFound(String breach, String statement) {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            var params = new TreeMap<String, Object>(Map.of("refresh", refresh, "program", program));
            assertThat(jdbc.sql(statement).params(params).update()).isPositive();
            assertThat(breaches()).anyMatch(found -> found.contains(breach));
        });
        assertThat(breaches()).isEmpty();
    }

    private List<String> breaches() {
        return Inspected.breaches(inspection).stream()
                .filter(breach ->
                        breach.contains("efresh") || breach.contains("preview") || breach.contains("does not know was"))
                .toList();
    }
}
