package rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With a scheduler that is asked and never runs. */
abstract class WakesTests {

    private static final TaskDescriptor<Void> ONE = TaskDescriptor.of("test-one");
    private static final TaskDescriptor<Void> OTHER = TaskDescriptor.of("test-other");

    @Autowired
    private DataSource source;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Wakes wakes;

    @BeforeEach
    void begin() {
        var client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source))
                .build();
        wakes = new Wakes(
                new StaticListableBeanFactory(Map.of("client", client)).getBeanProvider(SchedulerClient.class),
                transactions,
                clock);
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from scheduled_tasks where task_name like 'test-%'").update();
    }

    private List<String> woken() {
        return jdbc.sql("select task_name || ' ' || task_instance from scheduled_tasks where task_name like 'test-%'"
                        + " order by task_name, task_instance")
                .query(String.class)
                .list();
    }

    @Test
    void nobodyIsWokenBeforeTheCommitAndEachOnceAfterIt() {
        transaction.executeWithoutResult(status -> {
            wakes.afterCommit(ONE, 1);
            wakes.afterCommit(ONE, 2);
            wakes.afterCommit(OTHER, 1);
            wakes.afterCommit(ONE, 1);
            assertThat(woken()).isEmpty();
        });

        assertThat(woken()).containsExactly("test-one 1", "test-one 2", "test-other 1");
    }

    @Test
    void nothingIsToBeDoneAfterARollback() {
        transaction.executeWithoutResult(status -> {
            wakes.afterCommit(ONE, 1);
            status.setRollbackOnly();
        });

        assertThat(woken()).isEmpty();
    }

    @Test
    void whereThereIsNoTransactionItIsNow() {
        wakes.afterCommit(ONE, 1);

        assertThat(woken()).containsExactly("test-one 1");
    }

    /** On PostgreSQL the second one would else wait for the first one's row, and then fail on it. */
    @Test
    void twoWhoWakeTheSameAtOnceNeitherWaitNorFail() {
        transaction.executeWithoutResult(first -> {
            wakes.afterCommit(ONE, 1);
            elsewhere(() -> transaction.executeWithoutResult(second -> wakes.afterCommit(ONE, 1)));
            assertThat(woken()).containsExactly("test-one 1");
        });

        assertThat(woken()).containsExactly("test-one 1");
    }

    private static void elsewhere(Runnable work) {
        try (var executor = Executors.newSingleThreadExecutor()) {
            executor.submit(work).get(20, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void withoutASchedulerNobodyIsWoken() {
        var alone =
                new Wakes(new StaticListableBeanFactory().getBeanProvider(SchedulerClient.class), transactions, clock);

        transaction.executeWithoutResult(status -> alone.afterCommit(ONE, 1));
        alone.now(ONE, 2);

        assertThat(woken()).isEmpty();
    }
}
