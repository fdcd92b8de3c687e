package rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Programs;
import rollcall.testing.TestClock;

abstract class JobRunnerTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JobRows rows;

    @Autowired
    private JobNotices notices;

    @Autowired
    private Attempts attempts;

    @Autowired
    private JobTimes times;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Scripted worker;

    @Autowired
    private Programs programs;

    @Autowired
    private TestClock clock;

    private long id;

    @BeforeEach
    void begin() {
        worker.reset();
        id = start(null);
    }

    private long start(String requestId) {
        var program = programs.create(Actor.SYSTEM, Plans.named("Spring launch"));
        return jobs.start(Scripted.KIND, program.key(), Actor.SYSTEM, 30, "", requestId);
    }

    @Test
    void runsChunkAfterChunkToItsEnd() {
        assertThat(job()).returns(JobState.WAITING, Job::state).returns(0, Job::percent);

        assertThat(runner.run(id)).isTrue();

        assertThat(job())
                .returns(JobState.DONE, Job::state)
                .returns(30L, Job::done)
                .returns("xxx", Job::details)
                .returns(100, Job::percent)
                .returns(clock.instant(), Job::endedAt);
        assertThat(worker.endings).containsExactly(JobState.DONE);
    }

    @Test
    void aJobThatHasEndedIsNotRunAgain() {
        runner.run(id);
        assertThat(runner.run(id)).isTrue();
        assertThat(job().details()).isEqualTo("xxx");
    }

    @Test
    void aFailureKeepsTheChunksBeforeItAndNothingOfItsOwn() {
        worker.does(job -> {
            if (job.done() == 20) {
                throw new JobFailed("The file is gone.");
            }
            return Scripted.tenMore(job);
        });

        assertThat(runner.run(id)).isTrue();

        assertThat(job())
                .returns(JobState.FAILED, Job::state)
                .returns("The file is gone.", Job::problem)
                .returns(20L, Job::done)
                .returns("xx", Job::details);
        assertThat(worker.endings).containsExactly(JobState.FAILED);
    }

    @Test
    void whatARunKeepsOpenIsClosedHoweverItEnds() {
        runner.run(id);
        assertThat(worker).returns(1, one -> one.runs).returns(1, one -> one.closed);

        var failing = start(null);
        worker.does(job -> {
            throw new JobFailed("The file is gone.");
        });
        runner.run(failing);
        assertThat(worker).returns(2, one -> one.runs).returns(2, one -> one.closed);

        var cancelled = start(null);
        jobs.cancel(cancelled);
        runner.run(cancelled);
        assertThat(worker).returns(3, one -> one.runs).returns(3, one -> one.closed);

        var interrupted = start(null);
        worker.does(job -> {
            Thread.currentThread().interrupt();
            return Scripted.tenMore(job);
        });
        runner.run(interrupted);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(worker).returns(4, one -> one.runs).returns(4, one -> one.closed);
    }

    @Test
    void anUnforeseenFailureIsToldWithoutItsWords() {
        worker.does(job -> {
            throw new IllegalStateException("Value too long: ada@example.org");
        });
        runner.run(id);
        assertThat(job()).returns(JobState.FAILED, Job::state).returns(null, Job::problem);
    }

    @Test
    void aChunkThatLosesARaceIsRepeatedWhole() {
        var tries = new ArrayList<Long>();
        worker.does(job -> {
            tries.add(job.done());
            if (tries.size() == 2) {
                throw new CannotAcquireLockException("deadlock");
            }
            return Scripted.tenMore(job);
        });

        runner.run(id);

        assertThat(tries).containsExactly(0L, 10L, 10L, 20L);
        assertThat(job()).returns(JobState.DONE, Job::state).returns("xxx", Job::details);
    }

    @Test
    void noTransactionIsOpenWhileAWorkerFetchesFromOutside() {
        var open = new ArrayList<String>();
        worker.fetches(job -> open.add("fetches at " + job.done() + ", in a transaction: " + inTransaction()));
        worker.does(job -> {
            open.add("writes, in a transaction: " + inTransaction());
            return new Progress(30, "", true);
        });

        runner.run(id);

        assertThat(open).containsExactly("fetches at 0, in a transaction: false", "writes, in a transaction: true");
    }

    private static boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    @Test
    void whatWasFetchedIsNotFetchedAgainForAChunkThatLostARace() {
        var trace = new ArrayList<String>();
        worker.fetches(job -> trace.add("fetch " + job.done()));
        worker.does(job -> {
            trace.add("write " + job.done());
            if (trace.size() == 2) {
                throw new CannotAcquireLockException("deadlock");
            }
            return new Progress(30, "", true);
        });

        runner.run(id);

        assertThat(trace).containsExactly("fetch 0", "write 0", "write 0");
    }

    @Test
    void aFetchThatFailsFailsTheJobAndIsToldInTheWordsOfItsKey() {
        worker.fetches(job -> {
            if (job.done() == 10) {
                throw new JobFailed("job.failed");
            }
        });

        assertThat(runner.run(id)).isTrue();

        assertThat(job())
                .returns(JobState.FAILED, Job::state)
                .returns("job.failed", Job::problem)
                .returns(10L, Job::done);
        assertThat(worker.endings).containsExactly(JobState.FAILED);
    }

    @Test
    void nothingIsFetchedForAJobThatIsToStop() {
        var fetched = new ArrayList<Long>();
        worker.fetches(job -> fetched.add(job.done()));
        jobs.cancel(id);

        runner.run(id);

        assertThat(fetched).isEmpty();
        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void howMuchThereIsMayBeLearnedOnTheWay() {
        worker.does(job -> job.done() == 0 ? new Progress(10, "known by now", false, 12L) : new Progress(12, "", true));

        runner.run(id);

        assertThat(job()).returns(12L, Job::total).returns(12L, Job::done);
    }

    @Test
    void aRunThatDiedIsTakenOverWhenItsLeaseHasEnded() {
        rows.claim(id, "a node that was killed");

        assertThat(runner.run(id)).as("somebody holds it").isFalse();
        assertThat(job().details()).isEmpty();
        clock.advance(Duration.ofSeconds(61));

        assertThat(runner.run(id)).isTrue();
        assertThat(job()).returns(JobState.DONE, Job::state).returns("xxx", Job::details);
    }

    @Test
    void aRunThatLostItsLeaseStopsAndLeavesTheJobToTheOther() {
        worker.does(job -> {
            loseTheLease();
            return Scripted.tenMore(job);
        });

        assertThat(runner.run(id)).isFalse();

        assertThat(job()).returns(JobState.RUNNING, Job::state).returns(10L, Job::done);
        assertThat(worker.endings).isEmpty();
    }

    @Test
    void aRunThatFailsAfterItLostItsLeaseDoesNotFailTheOther() {
        rows.claim(id, "the other run");

        runner.fail(id, "the run that lost", new IllegalStateException("paused for too long"));

        assertThat(job().state()).isEqualTo(JobState.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"2, QueryTimeoutException", "3, QueryTimeoutException", "2, CannotAcquireLockException"})
    void aRunWhoseTurnToWriteDoesNotComeLeavesTheJobToItsLease(int holds, String said) {
        var others = said.equals("QueryTimeoutException")
                ? new QueryTimeoutException("a backup is made")
                : new CannotAcquireLockException("a backup is made");
        var stuck = new JobRows(jdbc, clock, Duration.ofMinutes(1)) {

            private int held;

            @Override
            Optional<Job> hold(long job, String owner) {
                if (held++ >= holds) {
                    throw others;
                }
                return super.hold(job, owner);
            }
        };

        assertThat(with(stuck, new Patience()).run(id)).isFalse();
        assertThat(job()).returns(JobState.RUNNING, Job::state).returns(10L, Job::done);
        assertThat(worker).returns(1, one -> one.closed);

        clock.advance(Duration.ofSeconds(61));
        assertThat(runner.run(id)).isTrue();
        assertThat(job()).returns(JobState.DONE, Job::state).returns("xxx", Job::details);
    }

    @Test
    void whatAWorkersOwnStatementRunsIntoFailsTheJob() {
        worker.does(job -> {
            throw new QueryTimeoutException("would take as long again");
        });

        assertThat(runner.run(id)).isTrue();

        assertThat(job().state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void anOutageOfTheDatabaseIsPassedOnAndTheJobGoesOnFromItsLastChunk() {
        worker.does(job -> {
            if (job.done() == 10) {
                throw new CannotGetJdbcConnectionException("gone", new SQLException("", "08006"));
            }
            return Scripted.tenMore(job);
        });

        assertThatThrownBy(() -> runner.run(id)).isInstanceOf(CannotGetJdbcConnectionException.class);

        assertThat(job()).returns(JobState.RUNNING, Job::state).returns(10L, Job::done);
        assertThat(worker.endings).isEmpty();
        assertThat(worker).returns(1, one -> one.closed);

        worker.does(Scripted::tenMore);
        assertThat(runner.run(id)).as("without waiting for a lease").isTrue();
        assertThat(job()).returns(JobState.DONE, Job::state).returns("xxx", Job::details);
    }

    @Test
    void anOutageWhileSomethingIsFetchedFailsNothingEither() {
        worker.fetches(job -> {
            throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
        });

        assertThatThrownBy(() -> runner.run(id)).isInstanceOf(IllegalStateException.class);

        assertThat(job().state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aRunLetsTheJobGoAsSoonAsTheDatabaseIsBack() {
        var pauses = new AtomicInteger();
        var away = new JobRows(jdbc, clock, Duration.ofMinutes(1)) {
            @Override
            void letGo(long job, String owner) {
                if (pauses.get() < 3) {
                    throw new CannotGetJdbcConnectionException("gone", new SQLException("", "08006"));
                }
                super.letGo(job, owner);
            }
        };
        worker.does(job -> {
            throw new CannotGetJdbcConnectionException("gone", new SQLException("", "08006"));
        });

        assertThatThrownBy(
                        () -> with(away, new Patience(pauses::incrementAndGet)).run(id))
                .isInstanceOf(CannotGetJdbcConnectionException.class);

        assertThat(pauses).hasValue(3);
        worker.does(Scripted::tenMore);
        assertThat(runner.run(id)).isTrue();
        assertThat(job().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whatBreaksBecauseTheNodeGoesDownIsLeftForTheNextRun() {
        worker.does(job -> {
            if (job.done() == 10) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new ClosedByInterruptException());
            }
            return Scripted.tenMore(job);
        });

        assertThat(runner.run(id)).isFalse();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(job()).returns(JobState.RUNNING, Job::state).returns(10L, Job::done);
        assertThat(worker.endings).isEmpty();
        worker.does(Scripted::tenMore);
        assertThat(runner.run(id)).isTrue();
        assertThat(job()).returns(JobState.DONE, Job::state).returns("xxx", Job::details);
    }

    private JobRunner with(JobRows theirs, Patience patience) {
        return new JobRunner(theirs, notices, jobs, attempts, transaction, times, patience);
    }

    private void loseTheLease() {
        clock.advance(Duration.ofSeconds(61));
        assertThat(rows.claim(id, "the other run")).isTrue();
    }

    @Test
    void cancellingStopsAfterTheChunkAtHand() {
        worker.does(job -> {
            jobs.cancel(job.id());
            return Scripted.tenMore(job);
        });

        runner.run(id);

        assertThat(job()).returns(JobState.CANCELLED, Job::state).returns(10L, Job::done);
        assertThat(worker.endings).containsExactly(JobState.CANCELLED);
    }

    @Test
    void oneRequestStartsOneJob() {
        var program =
                programs.create(Actor.SYSTEM, Plans.named("Autumn launch")).key();
        var first = jobs.start(Scripted.KIND, program, Actor.SYSTEM, 1, "", "click");
        var second = jobs.start(Scripted.KIND, program, Actor.SYSTEM, 1, "", "click");

        assertThat(second).isEqualTo(first);
        assertThat(jobs.findByRequest(program, "click")).contains(first);
        assertThat(jobs.recent(program, Scripted.KIND, 5)).extracting(Job::id).isEqualTo(List.of(first));
    }

    @Test
    void nobodyStartsAJobThatNobodyDoes() {
        assertThatThrownBy(() -> jobs.start("unheard-of", null, Actor.SYSTEM, 1, "", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Job job() {
        return jobs.find(id).orElseThrow();
    }
}
