package rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a scheduler that is asked and never runs. */
abstract class WaitingWorkTests {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("test-turn");

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WaitingWork waiting;

    @Autowired
    private Clock clock;

    @BeforeEach
    @AfterEach
    void nobodyWaits() {
        jdbc.sql("delete from scheduled_tasks").update();
    }

    private void order(Duration ago) {
        SchedulerClient.Builder.create(source)
                .build()
                .scheduleIfNotExists(
                        TASK.instance("1").scheduledTo(clock.instant().minus(ago)));
    }

    @Test
    void nobodyWaitsWhereNothingIsOrdered() {
        assertThat(waiting.any()).isFalse();
    }

    @Test
    void whatHasBeenDueForLongerThanAFreeWorkerLeavesItWaits() {
        order(Duration.ofSeconds(4));

        assertThat(waiting.any()).isTrue();
    }

    @Test
    void whatIsDueSinceAMomentOrLaterDoesNot() {
        order(Duration.ofSeconds(2));
        assertThat(waiting.any()).isFalse();

        nobodyWaits();
        order(Duration.ofDays(-1));
        assertThat(waiting.any()).isFalse();
    }

    @Test
    void whatIsBeingDoneDoesNot() {
        order(Duration.ofMinutes(1));
        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'a node'")
                .update();

        assertThat(waiting.any()).isFalse();
    }
}
