package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import tools.jackson.databind.json.JsonMapper;

abstract class BulkAuditTests {

    @Autowired
    private StatusChanges changes;

    @Autowired
    private BulkChanges bulks;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private Actor ada;
    private Program program;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        ada = accounts.create(
                        Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Ada", Rights.ADMINISTRATOR))
                .actor();
    }

    private StatusRequest ask(StatusCode to) {
        return StatusRequest.of(program.key(), to, Cause.PERSON, ada);
    }

    private List<?> entries() {
        return jdbc
                .sql("select details from audit_entry where kind = 'BULK_CHANGE' and actor_key = :who order by id")
                .param("who", ada.key())
                .query(String.class)
                .list()
                .stream()
                .map(details -> json.readValue(details, Map.class))
                .toList();
    }

    @Test
    void whoChangesManyStandsInTheAuditOnce() {
        var ids = fixture.members(program, 3, INVITED);
        var request = ask(REGISTERED).once("one-click");

        var made = changes.change(request, ids);
        changes.change(request, ids);

        assertThat(entries())
                .isEqualTo(List.of(Map.of(
                        "program",
                        (int) program.key(),
                        "changeSet",
                        made.id().intValue(),
                        "status",
                        "REGISTERED",
                        "members",
                        3)));
    }

    @Test
    void oneMemberAndWhatHappensByItselfDoNot() {
        changes.change(ask(REGISTERED), fixture.member(program, INVITED));
        fixture.change(program, fixture.members(program, 2, INVITED), REGISTERED);

        assertThat(entries()).isEmpty();
        assertThat(jdbc.sql("select details from audit_entry where kind = 'BULK_CHANGE' and actor_key = 'system'")
                        .query(String.class)
                        .list())
                .noneMatch(details -> details.contains("\"program\":%d,".formatted(program.key())));
    }

    @Test
    void aJobStandsThereSinceItWasOrdered() {
        fixture.members(program, StatusChanges.MOST + 1, INVITED);
        var all = new Selection.Matching(MemberFilter.EVERYBODY);

        var running = (Confirmed.Running) bulks.confirm(program, ask(REGISTERED).once("bulk"), all);
        bulks.confirm(program, ask(REGISTERED).once("bulk"), all);

        assertThat(entries())
                .isEqualTo(List.of(Map.of(
                        "program",
                        (int) program.key(),
                        "job",
                        (int) running.jobId(),
                        "status",
                        "REGISTERED",
                        "members",
                        StatusChanges.MOST + 1)));
        fixture.remove(program);
    }
}
