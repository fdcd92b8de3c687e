package rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper.ManualSchedulerBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import rollcall.testing.TestClock;

/** With the scheduler itself, which a test tells when to work. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RecoveryTests {

    private static final TaskDescriptor<Void> ORDER = TaskDescriptor.of("test-order");

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger pauses = new AtomicInteger();
    private int awayFor;
    private Runnable work = () -> {};

    @AfterEach
    void forget() {
        jdbc.sql("delete from scheduled_tasks where task_name like 'test-%'").update();
        pauses.set(0);
        awayFor = 0;
    }

    /** One of each kind that Rollcall has. */
    private Stream<Task<Void>> kinds() {
        return Stream.of(
                Tasks.custom(ORDER).onDeadExecutionRevive().execute((order, context) -> {
                    work.run();
                    return new OnCompleteRemove<>();
                }),
                Tasks.oneTime(ORDER).execute((order, context) -> work.run()),
                Tasks.recurring(ORDER, FixedDelay.of(Duration.ofHours(1))).execute((order, context) -> work.run()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatFailedIsDoneAgainSoonAndLessOftenWhenItFailsOn(Task<Void> task) {
        var scheduler = scheduler(task);
        work = () -> {
            throw new IllegalStateException("trouble");
        };

        scheduler.runAnyDueExecutions();
        assertThat(due()).contains(clock.now().plusSeconds(5));
        scheduler.tick(Duration.ofSeconds(5));
        scheduler.runAnyDueExecutions();
        assertThat(due()).contains(clock.now().plusSeconds(10));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatFailedBecauseTheDatabaseIsAwayIsWrittenDownWhenItIsBack(Task<Void> task) {
        var scheduler = scheduler(task);
        work = () -> {
            awayFor = 3;
            throw new CannotGetJdbcConnectionException("", new SQLTransientConnectionException("timed out"));
        };

        scheduler.runAnyDueExecutions();

        assertThat(pauses).hasValue(3);
        assertThat(due()).contains(clock.now().plusSeconds(5));
    }

    @Test
    void whatIsDoneIsWrittenDownAsWellWhenTheDatabaseIsBack() {
        var done = new AtomicInteger();
        var scheduler = scheduler(kinds().findFirst().orElseThrow());
        work = () -> {
            done.incrementAndGet();
            awayFor = 2;
        };

        scheduler.runAnyDueExecutions();

        assertThat(pauses).hasValue(2);
        assertThat(due()).isEmpty();
        assertThat(done).hasValue(1);
    }

    @Test
    void aNodeThatGoesDownDoesNotWaitForTheDatabase() {
        var scheduler = scheduler(kinds().findFirst().orElseThrow(), () -> {
            throw new InterruptedException();
        });
        work = () -> awayFor = 1;

        scheduler.runAnyDueExecutions();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(due()).as("still under way").isEmpty();
        clock.tick(Duration.ofDays(1));
        scheduler.runDeadExecutionDetection();
        assertThat(due()).as("taken up by others").isPresent();
    }

    @Test
    void noPauseIsLongerThanFiveMinutes() {
        assertThat(Stream.of(0, 1, 5, 6, 7, 1_000).map(Recovery::pause).map(Duration::toSeconds))
                .containsExactly(5L, 10L, 160L, 300L, 300L, 300L);
    }

    private ManualScheduler scheduler(Task<Void> task) {
        return scheduler(task, pauses::incrementAndGet);
    }

    private ManualScheduler scheduler(Task<Void> task, Patience.Pause pause) {
        clock.set(TestClock.START);
        var builder = new ManualSchedulerBuilder(new Away(source), List.of(task)).clock(clock);
        builder.addExecutionInterceptor(new Recovery(new Patience(pause)));
        var scheduler = builder.alwaysPersistTimestampInUTC().build();
        scheduler.schedule(SchedulableInstance.of(ORDER.instance("1").build(), clock.now()));
        return scheduler;
    }

    /** When the order is due; nothing when there is none, or it is under way. */
    private Optional<Instant> due() {
        return jdbc.sql("select execution_time from scheduled_tasks where task_name = 'test-order' and picked = false")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private final class Away extends DelegatingDataSource {

        Away(DataSource there) {
            super(there);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (awayFor > 0) {
                awayFor--;
                throw new SQLTransientConnectionException("timed out");
            }
            return super.getConnection();
        }
    }
}
