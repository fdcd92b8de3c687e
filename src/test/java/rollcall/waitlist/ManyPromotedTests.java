package rollcall.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.WAITLISTED;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.Queries;

/** A capacity that is raised by many promotes set-based: no statement for each member. */
abstract class ManyPromotedTests {

    private static final int WAITING = 2_500;
    private static final int SEATS = 2_000;

    @Autowired
    private MembersFixture members;

    @Autowired
    private WaitlistFixture waitlist;

    private Program program;

    @AfterEach
    void away() {
        members.remove(program);
    }

    @Test
    void aThousandTakeNoMoreStatementsThanATurn() {
        program = members.program(0);
        var waiting = members.members(program, WAITING, WAITLISTED);
        waitlist.capacity(program, SEATS);

        var statements = Queries.of(() -> waitlist.run(program));

        assertThat(statements).hasSizeLessThan(150);
        assertThat(members.counted(program).get("REGISTERED")).isEqualTo(SEATS);
        assertThat(waitlist.waiting(program)).containsExactlyElementsOf(waiting.subList(SEATS, WAITING));
        assertThat(members.taken(program)).isEqualTo(SEATS);
    }
}
