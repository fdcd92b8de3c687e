package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.provider.ScriptedProvider.failing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.person.Erasures;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** Somebody whose address is edited, or who is erased, while nobody knows whether the provider has them. */
abstract class PushTracesTests {

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private People people;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Program program;
    private long member;
    private long person;
    private String email;

    @BeforeEach
    void begin() {
        provider.reset();
        program = fixture.program(5);
        webinars.choose(program, "scripted");
        member = fixture.member(program, INVITED);
        person = jdbc.sql("select person_id from member where id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
        email = people.find(person).orElseThrow().details().email();
    }

    private void ask(StatusCode to) {
        changes.change(fixture.ask(program, to), member);
    }

    private void registerUnclearly(boolean arrives) {
        provider.answer(email, () -> {
            if (arrives) {
                provider.accept(member, email);
            }
            return new RegistrationOutcome.Failed(new ProviderFailure.Unclear("No answer for " + email));
        });
        ask(REGISTERED);
        pushes.send(program.key());
        provider.told.clear();
    }

    private void edit(String address) {
        var one = people.find(person).orElseThrow();
        people.edit(person, one.version(), PersonDetails.ofEmail(address));
    }

    private void erase() {
        transaction.executeWithoutResult(status -> {
            ask(NOT_IN_PROGRAM);
            erasures.erase(person, "erased");
        });
    }

    private void later() {
        clock.advance(Duration.ofMinutes(1));
        pushes.send(program.key());
    }

    private List<String> pushesOf() {
        return jdbc.sql("select action || ' ' || state from push where member_id = :member order by id")
                .param("member", member)
                .query(String.class)
                .list();
    }

    /** How many pushes keep the address, the provider's id, and its words. */
    private String kept() {
        return jdbc.sql("""
            select count(sent_to) || ' ' || count(registrant_id) || ' ' || count(words) from push
            where member_id = :member\
            """).param("member", member).query(String.class).single();
    }

    @Test
    void whoIsErasedWhileTheirRegistrationIsUnclearIsFoundAndCancelled() {
        registerUnclearly(true);
        erase();
        assertThat(kept()).isEqualTo("1 0 0");

        later();

        assertThat(provider.told).first().isEqualTo("find " + email);
        assertThat(provider.registered).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED", "CANCEL CANCELLED");
        assertThat(kept()).isEqualTo("0 0 0");
    }

    @Test
    void whoIsErasedAndNeverArrivedIsNotRegisteredUnderAPseudonym() {
        registerUnclearly(false);
        erase();

        later();

        assertThat(provider.told).containsExactly("find " + email, "cancel null");
        assertThat(provider.registered).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER DROPPED", "CANCEL CANCELLED");
        assertThat(kept()).isEqualTo("0 0 0");
    }

    @Test
    void whoIsErasedBeforeAnythingWasSentIsNotToldOf() {
        ask(REGISTERED);
        erase();
        later();

        assertThat(provider.told).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER DROPPED", "CANCEL DROPPED");
    }

    @Test
    void whatIsKeptForACancellationGoesWithIt() {
        ask(REGISTERED);
        pushes.send(program.key());
        assertThat(kept()).isEqualTo("0 1 0");
        erase();
        assertThat(kept()).isEqualTo("0 2 0");

        later();

        assertThat(provider.registered).isEmpty();
        assertThat(kept()).isEqualTo("0 0 0");
    }

    @Test
    void whoseAddressIsEditedMeanwhileIsLookedUpUnderTheOneThatWasSent() {
        registerUnclearly(true);
        edit("new." + email);

        later();

        assertThat(provider.told).containsExactly("find " + email);
        assertThat(provider.registered).hasSize(1);
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED");
        assertThat(kept()).isEqualTo("0 1 0");
    }

    @Test
    void whoIsNotThereUnderTheOldAddressIsSentUnderTheNewOne() {
        registerUnclearly(false);
        edit("new." + email);
        provider.answer("new." + email, failing(new ProviderFailure.Unclear("")));

        later();
        clock.advance(Duration.ofMinutes(2));
        pushes.send(program.key());

        assertThat(provider.told)
                .containsExactly(
                        "find " + email, "register new." + email, "find new." + email, "register new." + email);
        assertThat(provider.registered).containsOnlyKeys("new." + email);
    }
}
