package rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import rollcall.program.Actor;
import rollcall.testing.FrozenDatabase;

/** Long work, and the timers of all rooms, over a PostgreSQL server that stops in the middle and comes back. */
@SpringBootTest(properties = "db-scheduler.enabled=true")
@ActiveProfiles({"postgresql", "test"})
@ContextConfiguration(initializers = FrozenDatabase.class)
@DirtiesContext
@ResourceLock("browser")
class JobOutageIT {

    private static final Duration RECOVERED = Duration.ofSeconds(15);

    @Autowired
    Jobs jobs;

    @Autowired
    Scripted worker;

    @Autowired
    JdbcClient jdbc;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean once = new AtomicBoolean();

    @BeforeEach
    void scriptIt() {
        worker.reset();
        worker.does(job -> {
            if (job.done() == 10 && once.compareAndSet(false, true)) {
                stop();
            }
            return Scripted.tenMore(job);
        });
    }

    private void stop() {
        try {
            FrozenDatabase.stop();
            stopped.countDown();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @AfterAll
    static void end() throws IOException {
        FrozenDatabase.end();
    }

    @Test
    void everythingGoesOnByItself() throws Exception {
        var id = jobs.start(Scripted.KIND, null, Actor.SYSTEM, 30, "", null);
        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
        // Long enough for the timers to be caught by it.
        await().pollDelay(Duration.ofSeconds(8)).until(() -> true);

        FrozenDatabase.startAgain();
        var back = Instant.now();

        await().atMost(RECOVERED)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(jobs.find(id).orElseThrow())
                        .returns(JobState.DONE, Job::state)
                        .returns("xxx", Job::details));
        await().atMost(RECOVERED)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(lateTimers(back)).isEmpty());
    }

    /** Those that look every few seconds and have not looked since. */
    private List<String> lateTimers(Instant back) {
        return jdbc.sql("""
            select task_name from scheduled_tasks where task_name in ('look-for-pushes', 'look-for-letters',
                'look-for-campaigns', 'look-for-seats', 'look-for-events', 'work-on-provider-calls')
            and (last_success is null or last_success < :back)\
            """)
                .param("back", OffsetDateTime.ofInstant(back, ZoneOffset.UTC))
                .query(String.class)
                .list();
    }
}
