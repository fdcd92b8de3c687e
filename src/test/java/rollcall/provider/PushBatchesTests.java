package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.provider.ScriptedProvider.failing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.testing.TestClock;

/** Several at once: taken in hand together, sent in one call or side by side, each with an outcome of its own. */
abstract class PushBatchesTests {

    private static final TaskDescriptor<Void> OTHER = TaskDescriptor.of("test-other");

    @Autowired
    private DataSource source;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Members members;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        provider.reset();
        program = fixture.program(null);
        webinars.choose(program, "scripted");
    }

    @BeforeEach
    @AfterEach
    void nothingElseWaits() {
        jdbc.sql("delete from scheduled_tasks").update();
    }

    private String email(long member) {
        return line(member).email();
    }

    private MemberLine line(long member) {
        return members.require(program, member);
    }

    private List<String> stands(List<Long> some) {
        return some.stream()
                .map(one -> line(one).status().key() + " " + line(one).delivery())
                .toList();
    }

    private List<String> states() {
        return jdbc.sql("select action || ' ' || state || ' ' || tries from push where program_id = :program order by"
                        + " id")
                .param("program", program.key())
                .query(String.class)
                .list();
    }

    private void ask(long member, StatusCode to) {
        changes.change(fixture.ask(program, to), member);
    }

    @Test
    void asManyAsTheProviderTakesGoInOneCall() {
        provider.together = 3;
        var some = fixture.members(program, 7, REGISTERED);

        pushes.send(program.key());

        assertThat(provider.told)
                .filteredOn(told -> told.endsWith("together"))
                .containsExactly("register 3 together", "register 3 together");
        assertThat(provider.registered).hasSize(7);
        assertThat(stands(some)).containsOnly("REGISTERED ACCEPTED");
    }

    @Test
    void eachHasAnOutcomeOfItsOwn() {
        provider.together = 30;
        var some = fixture.members(program, 3, REGISTERED);
        provider.answer(email(some.get(0)), failing(new Rejected(Refusal.EMAIL_REFUSED, "No free mail.")));
        provider.answer(email(some.get(1)), failing(new Temporary("Busy.")));

        pushes.send(program.key());

        assertThat(stands(some))
                .containsExactly("REGISTRATION_ERROR REFUSED", "REGISTERED RETRYING", "REGISTERED ACCEPTED");
    }

    @Test
    void whatBecameOfABatchThatIsUnclearIsLookedUpForEachBeforeAnythingIsSentAgain() {
        provider.together = 30;
        var some = fixture.members(program, 3, REGISTERED);
        provider.batches.add(requests -> {
            provider.accept(requests.get(1)); // and nobody hears of it
            return requests.stream()
                    .map(one -> (RegistrationOutcome) new Failed(new Unclear("No answer.")))
                    .toList();
        });
        pushes.send(program.key());
        assertThat(stands(some)).containsOnly("REGISTERED RETRYING");

        clock.advance(Duration.ofMinutes(1));
        pushes.send(program.key());

        assertThat(provider.told.getFirst()).isEqualTo("register 3 together");
        assertThat(provider.told.subList(1, provider.told.size()))
                .containsExactlyInAnyOrder(
                        "find " + email(some.get(0)),
                        "register " + email(some.get(0)),
                        "find " + email(some.get(1)),
                        "find " + email(some.get(2)),
                        "register " + email(some.get(2)))
                .satisfies(told -> assertThat(told.indexOf("find " + email(some.get(0))))
                        .isLessThan(told.indexOf("register " + email(some.get(0)))));
        assertThat(provider.registered).hasSize(3);
        assertThat(stands(some)).containsOnly("REGISTERED ACCEPTED");
    }

    @Test
    void aBatchThatIsRefusedForOneOfThemIsSentOneByOne() {
        provider.together = 30;
        var some = fixture.members(program, 3, REGISTERED);
        provider.batches.add(requests -> List.of());
        provider.answer(email(some.get(1)), failing(new Rejected(Refusal.INVALID_FIELD, "What an address.")));

        pushes.send(program.key());

        assertThat(provider.told.getFirst()).isEqualTo("register 3 together");
        assertThat(provider.told).hasSize(4);
        assertThat(stands(some))
                .containsExactly("REGISTERED ACCEPTED", "REGISTRATION_ERROR REFUSED", "REGISTERED ACCEPTED");
    }

    @Test
    void ofOneMemberOnlyTheOldestGoesAndTheRestAfterIt() {
        provider.together = 30;
        var some = fixture.members(program, 2, REGISTERED);
        ask(some.getFirst(), NOT_IN_PROGRAM);
        ask(some.getFirst(), REGISTERED);

        pushes.send(program.key());

        assertThat(states())
                .containsExactly(
                        "REGISTER DROPPED 1", "REGISTER ACCEPTED 1", "CANCEL CANCELLED 1", "REGISTER ACCEPTED 1");
        assertThat(provider.registered).hasSize(2);
    }

    /** Somebody is tried when the provider asks for a pause; the others, in hand already, wait as if nobody had taken them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverIsInHandWhenTheProviderAsksForAPauseIsPutBack(boolean inOneCall) {
        if (inOneCall) {
            provider.together = 30;
            provider.batches.add(requests -> List.of()); // so that they go one by one
        }
        var some = fixture.members(program, 12, REGISTERED);
        var pause = new Throttled(clock.instant().plusSeconds(90), "Slower.");
        some.subList(4, 12).forEach(one -> provider.answer(email(one), failing(pause)));

        pushes.send(program.key());

        assertThat(provider.told.stream().filter(told -> told.contains("@"))).hasSize(5);
        assertThat(stands(some).subList(0, 4)).containsOnly("REGISTERED ACCEPTED");
        assertThat(stands(some).get(4)).isEqualTo("REGISTERED RETRYING");
        assertThat(stands(some).subList(5, 12)).containsOnly("REGISTERED QUEUED");
        assertThat(states().subList(5, 12)).containsOnly("REGISTER WAITING 0");

        provider.answers.clear();
        clock.advance(Duration.ofSeconds(91));
        pushes.send(program.key());
        assertThat(stands(some)).containsOnly("REGISTERED ACCEPTED");
        assertThat(provider.registered).hasSize(12);
    }

    /** Four calls wait for each other: less than that side by side would never come to an end. */
    @Test
    void callsGoSideBySideAsFarAsTheProviderTakesThem() {
        provider.sideBySide = 4;
        var four = new CountDownLatch(4);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var some = fixture.members(program, 40, REGISTERED);
        some.forEach(one -> provider.answer(email(one), () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            meet(four);
            inside.decrementAndGet();
            return provider.accept(one, email(one));
        }));

        pushes.send(program.key());

        assertThat(most).hasValue(4);
        assertThat(provider.told).hasSize(40).doesNotHaveDuplicates();
        assertThat(stands(some)).containsOnly("REGISTERED ACCEPTED");
    }

    /** The first wait for one another; when nobody comes, fewer are sent side by side than should be. */
    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A program that has very much to send lets go after some seconds. */
    @Test
    void aLargeProgramLetsOthersThatWaitHaveTheirTurn() {
        SchedulerClient.Builder.create(source)
                .build()
                .scheduleIfNotExists(
                        OTHER.instance("1").scheduledTo(clock.instant().minusSeconds(60)));
        var some = fixture.members(program, 30, REGISTERED);
        some.forEach(one -> provider.answer(email(one), () -> {
            pass(Duration.ofMillis(50));
            return provider.accept(one, email(one));
        }));

        assertThat(pushes.send(program.key())).isTrue();

        assertThat(provider.registered).hasSizeBetween(1, 29);
        assertThat(stands(some)).containsOnly("REGISTERED ACCEPTED", "REGISTERED QUEUED");
    }

    @Test
    void withNobodyWaitingItGoesOn() {
        var some = fixture.members(program, 12, REGISTERED);
        some.forEach(one -> provider.answer(email(one), () -> {
            pass(Duration.ofMillis(50));
            return provider.accept(one, email(one));
        }));

        assertThat(pushes.send(program.key())).isFalse();

        assertThat(stands(some)).containsOnly("REGISTERED ACCEPTED");
    }

    private static void pass(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
