package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.REGISTERED;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.member.MembersFixture;
import rollcall.program.Program;

/** Several nodes drain one queue. What a node knows, it knows from the database: threads stand for nodes. */
abstract class PushConcurrencyTests {

    private static final int NODES = 8;
    private static final int MEMBERS = 120;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private PushRows rows;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Program program;

    @BeforeEach
    void begin() {
        provider.reset();
        program = fixture.program(null);
        webinars.choose(program, "scripted");
    }

    @Test
    void eachRegistrationIsSentOnceHoweverManyNodesDrain() throws Exception {
        fixture.members(program, MEMBERS, REGISTERED);

        together(() -> {
            while (pushes.send(program.key())) {
                // the next slice
            }
            return null;
        });

        assertThat(provider.told).hasSize(MEMBERS).doesNotHaveDuplicates();
        assertThat(provider.registered).hasSize(MEMBERS);
        assertThat(states()).containsExactly("ACCEPTED " + MEMBERS);
    }

    /** Also on a database that locks all that a query with an order finds, whatever its limit. */
    @Test
    void whoeverTakesOneInHandLeavesTheOthersToOtherNodes() {
        fixture.members(program, 3, REGISTERED);
        var other = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var now = Instant.parse("2030-01-01T00:00:00Z");

        var claimed = Objects.requireNonNull(transaction.execute(status -> Stream.of(
                        rows.claim(program.key(), "one", now, 1),
                        Objects.requireNonNull(other.execute(beside -> rows.claim(program.key(), "other", now, 1))))
                .flatMap(List::stream)
                .map(Push::id)
                .toList()));

        assertThat(claimed).hasSize(2).doesNotHaveDuplicates().isSorted();
    }

    /** The claim takes each push once; one that looks first and writes later, without a lock, hands it out twice. */
    @Test
    void withoutTheLockAPushIsHandedOutTwice() throws Exception {
        fixture.members(program, 1, REGISTERED);
        var barrier = new CyclicBarrier(2);

        var unlocked = twice(() -> transaction.execute(status -> {
            var looked = jdbc.sql("select id from push where program_id = :program and lease_until is null")
                    .param("program", program.key())
                    .query(Long.class)
                    .optional();
            meet(barrier);
            looked.ifPresent(id -> jdbc.sql("update push set lease_until = :until where id = :id")
                    .param("until", Timestamp.from(Instant.EPOCH))
                    .param("id", id)
                    .update());
            return looked;
        }));
        assertThat(unlocked).filteredOn(Optional::isPresent).hasSize(2);

        jdbc.sql("update push set lease_until = null where program_id = :program")
                .param("program", program.key())
                .update();
        var locked = twice(() -> transaction.execute(status -> {
            meet(barrier);
            return rows.claim(
                    program.key(), Thread.currentThread().getName(), Instant.parse("2030-01-01T00:00:00Z"), 1);
        }));
        assertThat(locked).filteredOn(taken -> !taken.isEmpty()).hasSize(1);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception nobodyCame) {
            throw new IllegalStateException(nobodyCame);
        }
    }

    private static <T> List<T> twice(Supplier<T> work) throws Exception {
        return run(Collections.nCopies(2, work::get));
    }

    private static void together(Callable<Void> work) throws Exception {
        run(Collections.nCopies(NODES, work));
    }

    private static <T> List<T> run(List<Callable<T>> works) throws Exception {
        try (var nodes = Executors.newFixedThreadPool(works.size())) {
            var answers = new ArrayList<T>();
            for (var answer : nodes.invokeAll(works, Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private List<String> states() {
        return jdbc.sql("select state || ' ' || count(*) from push where program_id = :program group by state")
                .param("program", program.key())
                .query(String.class)
                .list();
    }
}
