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
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.waitlist.WaitlistFixture;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class WaitlistInvariantTests {

    private static final String STILL_TO_COME =
            "update program set ends_at = current_timestamp + interval '1' day where id = :program and :member > 0";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inspection inspection;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private WaitlistFixture waitlist;

    @Autowired
    private TransactionTemplate transaction;

    private Program program;
    private long member;

    /** One seat, which is held for one of the two who wait. */
    @BeforeEach
    void begin() {
        program = fixture.program(1);
        waitlist.offers(program);
        member = fixture.members(program, 2, StatusCode.WAITLISTED).getFirst();
        waitlist.run(program);
    }

    @Test
    void whatTheWaitlistWritesBreaksNothing() {
        assertThat(breaches()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        no seat is held         | update member set offer_until = null where id = :member
        no seat is held         | update waitlist_offer set until = made_at where member_id = :member
        who has no open offer   | update waitlist_offer set state = 'EXPIRED', settled_at = until where member_id = :member
        two open offers         | insert into waitlist_offer (program_id, member_id, state, made_at, made_by, until) select program_id, member_id, state, made_at, made_by, until from waitlist_offer where member_id = :member
        given away or offered   | update member set offer_until = current_timestamp where program_id = :program and :member > 0
        program than the member | update waitlist_offer set program_id = (select min(id) from program) where member_id = :member
        since when              | update waitlist_offer set settled_at = until where member_id = :member
        """)
    void aPlantedBreakIsFound(String breach, String statement) {
        planted(breach, statement);
    }

    @Test
    void aSeatThatIsNotHandedOnIsFound() {
        planted(
                "has been free for more than a minute",
                STILL_TO_COME,
                "update waitlist_setting set mode = case when :member > 0 then 'AUTOMATIC' end where program_id ="
                        + " :program",
                "update program set capacity = 2 where id = :program and :member > 0");
    }

    @Test
    void anOfferThatRanOutLongAgoIsFound() {
        planted("ran out more than an hour ago", STILL_TO_COME);
    }

    private void planted(String breach, String... statements) {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            var params = new TreeMap<String, Object>(Map.of("member", member, "program", program.key()));
            for (var statement : statements) {
                jdbc.sql(statement).params(params).update();
            }
            assertThat(breaches()).anyMatch(found -> found.contains(breach));
        });
        assertThat(breaches()).isEmpty();
    }

    private List<String> breaches() {
        return Inspected.breaches(inspection);
    }
}
