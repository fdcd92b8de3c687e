package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.account.Account;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.account.RightsChanges;
import rollcall.account.Role;
import rollcall.program.Actor;
import rollcall.program.Program;

abstract class RememberedColumnsTests {

    private static final ColumnChoice COUNTRY = new ColumnChoice(List.of(MemberColumn.COUNTRY), List.of("Diet"));

    @Autowired
    private RememberedColumns columns;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RightsChanges rights;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private Account ada;
    private Account grace;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        ada = account();
        grace = account();
        columns.remember(ada.actor(), program, COUNTRY);
        columns.remember(grace.actor(), program, ColumnChoice.NONE);
    }

    private Account account() {
        var email = UUID.randomUUID() + "@example.org";
        return accounts.create(Actor.SYSTEM, new NewAccount(email, "Somebody", Rights.everywhere(Role.VIEWER)));
    }

    private int rows() {
        return jdbc.sql("select count(*) from member_columns where program_id = :program")
                .param("program", program.key())
                .query(Integer.class)
                .single();
    }

    @Test
    void everybodyHasTheirOwnInEachProgram() {
        assertThat(columns.of(ada.actor(), program)).contains(COUNTRY);
        assertThat(columns.of(grace.actor(), program)).contains(ColumnChoice.NONE);
        assertThat(columns.of(account().actor(), program)).isEmpty();
        assertThat(columns.of(ada.actor(), fixture.program(null))).isEmpty();
    }

    @Test
    void theLastChoiceCountsAndOfTheUsualColumnsNothingIsKept() {
        columns.remember(ada.actor(), program, ColumnChoice.NONE);
        assertThat(columns.of(ada.actor(), program)).contains(ColumnChoice.NONE);
        columns.remember(ada.actor(), program, ColumnChoice.STANDARD);
        assertThat(columns.of(ada.actor(), program)).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void everythingThatCanBeChosenFits() {
        var questions = IntStream.range(0, ColumnChoice.MOST_ANSWERS)
                .mapToObj(i -> "問".repeat(190) + i)
                .toList();
        var all = new ColumnChoice(List.of(MemberColumn.values()), questions);
        columns.remember(ada.actor(), program, all);
        assertThat(columns.of(ada.actor(), program)).contains(all);
    }

    @Test
    void twoFirstChoicesAtTheSameMomentAreOne() throws Exception {
        var somebody = account().actor();
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        columns.remember(somebody, program, COUNTRY);
                        return true;
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(columns.of(somebody, program)).contains(COUNTRY);
    }

    @Test
    void whoeverMayNotSignInAnyMoreLeavesNothing() {
        rights.disable(Actor.SYSTEM, ada.id());
        assertThat(columns.of(ada.actor(), program)).isEmpty();
        assertThat(columns.of(grace.actor(), program)).isPresent();
    }

    @Test
    void theyGoWithTheProgram() {
        fixture.remove(program);
        assertThat(rows()).isZero();
    }
}
