package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** The door to letters. */
abstract class LettersTests {

    @Autowired
    Post post;

    @Autowired
    MembersFixture fixture;

    @Autowired
    Letters letters;

    @Autowired
    SuppressionRows suppressions;

    @Autowired
    JdbcClient jdbc;

    Program program;
    List<Long> members;

    @BeforeEach
    void begin() {
        post.clear();
        program = fixture.program(null);
        members = fixture.members(program, 3, StatusCode.INVITED);
    }

    @AfterEach
    void end() {
        post.clear();
    }

    private LetterOrder order(int step) {
        return new LetterOrder(program.key(), post.template(program, Purpose.MARKETING), LetterOrder.BULK, 7L, step);
    }

    private List<Addressee> all() {
        return members.stream()
                .map(member -> new Addressee(member, post.personOf(member), 1_000 + member))
                .toList();
    }

    @Test
    void oneEntryAndStepComeToOneLetterHoweverOftenItIsAskedFor() {
        var order = order(0);
        assertThat(letters.write(order, all().subList(0, 2))).isEqualTo(2);
        assertThat(letters.write(order, all())).isOne();
        assertThat(letters.write(order, all())).isZero();
        var twice = List.of(all().getFirst(), all().getFirst());
        assertThat(letters.write(order(1), twice))
                .as("the same one twice at once")
                .isOne();

        assertThat(letters.counts(7, 0)).isEqualTo(Map.of(LetterState.WAITING, 3L));
        assertThat(jdbc.sql("select distinct purpose || template_version from letter")
                        .query(String.class)
                        .list())
                .as("as the template says it now")
                .containsExactly("MARKETING1");
    }

    @Test
    void withoutAnEntryNothingIsGuarded() {
        var one = new Addressee(members.getFirst(), post.personOf(members.getFirst()), null);
        var order = new LetterOrder(program.key(), post.template(program, Purpose.MARKETING), 10, null, null);
        assertThat(letters.write(order, List.of(one))).isOne();
        assertThat(letters.write(order, List.of(one))).isOne();
    }

    @Test
    void whatACampaignWroteIsTakenBackColleaguesIncluded() {
        letters.write(order(0), all());
        letters.tell(program.key(), 7, Set.of(Actor.account(1, "Ada"), Actor.account(2, "Bob")), "s".repeat(600), "b");
        jdbc.sql("update letter set state = 'SENT', tries = 1, due_at = null, settled_at = created_at where"
                        + " member_id = :member")
                .param("member", members.getFirst())
                .update();

        assertThat(letters.cancelOf(8)).isZero();
        assertThat(letters.cancelOf(7)).isEqualTo(4);
        assertThat(post.states()).containsExactly("CANCELLED 4", "SENT 1");
        assertThat(jdbc.sql("select subject from letter where account_key = 'account:1'")
                        .query(String.class)
                        .single())
                .hasSize(500)
                .endsWith("…");
    }

    @Test
    void howManyWouldGetNothingIsToldByTheWeightiestReason() {
        put(members.get(0), Suppressed.UNSUBSCRIBED, null);
        put(members.get(1), Suppressed.UNSUBSCRIBED, null);
        put(members.get(1), Suppressed.BLOCKED, null);
        put(-1, Suppressed.UNSUBSCRIBED, post.personOf(members.get(2)));

        assertThat(letters.suppressed(members, Purpose.MARKETING))
                .isEqualTo(Map.of(Suppressed.UNSUBSCRIBED, 2L, Suppressed.BLOCKED, 1L));
        assertThat(letters.suppressed(members, Purpose.OPERATIONAL)).isEqualTo(Map.of(Suppressed.BLOCKED, 1L));
        assertThat(letters.suppressed(List.of(), Purpose.OPERATIONAL)).isEmpty();
    }

    private void put(long member, Suppressed reason, Long person) {
        var address = jdbc.sql("select p.email from member m join person p on p.id = m.person_id where m.id = :id")
                .param("id", member)
                .query(String.class)
                .optional()
                .orElse("earlier@example.org");
        suppressions.add(new Suppression(0, address, reason, address, person, "", 0, Actor.SYSTEM, TestClock.START));
    }
}
