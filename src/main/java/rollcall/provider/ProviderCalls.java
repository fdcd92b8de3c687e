package rollcall.provider;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.job.Attempts;
import rollcall.job.FirstFree;

/**
 * The rows of {@code provider_call}: what providers told by themselves is stored as it came, so that they get their answer at
 * once, and worked on by whichever node is free. In which order, and how often the same, does not matter.
 */
@Component
class ProviderCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderCalls.class);

    /** Those that follow are left out: that event is read as a whole anyway. */
    private static final int MOST_HINTS = 50;

    private static final int AT_ONCE = 50;
    private static final int GIVEN_UP = 5;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Connections connections;
    private final Hints hints;
    private final Attempts attempts;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProviderCalls(Connections connections, Hints hints, Attempts attempts, JdbcClient jdbc, Clock clock) {
        this.connections = connections;
        this.hints = hints;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    void keep(long connectionId, byte[] body, List<Heard.Item> items) {
        var some = items.stream()
                .distinct()
                .limit(MOST_HINTS)
                .map(ProviderCalls::line)
                .collect(Collectors.joining("\n"));
        if (some.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into provider_call (connection_id, body, hints, received_at, due_at, failures)
            values (:connection, :body, :hints, :now, :now, 0)\
            """)
                .param("connection", connectionId)
                .param("body", Base64.getEncoder().encodeToString(body))
                .param("hints", some)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String line(Heard.Item item) {
        return "%s %s %s".formatted(item.what(), item.at(), item.externalId().replaceAll("\\s", ""));
    }

    private static Heard.Item item(String line) {
        var parts = line.split(" ", 3);
        return new Heard.Item(parts[2], Heard.What.valueOf(parts[0]), Instant.parse(parts[1]));
    }

    /** Works on all that is due. */
    void workOff() {
        while (attempts.inTransaction(this::some)) {
            // The next ones.
        }
    }

    private record Call(long id, long connectionId, String hints, int failures) {}

    private boolean some() {
        var ids = FirstFree.of(next(), AT_ONCE, this::lock);
        if (ids.isEmpty()) {
            return false;
        }
        jdbc.sql("select id, connection_id, hints, failures from provider_call where id in (:ids) order by id")
                .param("ids", ids)
                .query((row, n) -> new Call(
                        row.getLong("id"),
                        row.getLong("connection_id"),
                        row.getString("hints"),
                        row.getInt("failures")))
                .list()
                .forEach(this::workOn);
        return true;
    }

    private List<Long> next() {
        return jdbc.sql("select id from provider_call where due_at <= :now order by due_at, id limit :most")
                .param("now", Timestamp.from(clock.instant()))
                .param("most", AT_ONCE * FirstFree.LOOK)
                .query(Long.class)
                .list();
    }

    private List<Long> lock(List<Long> ids) {
        return jdbc.sql("select id from provider_call where id in (:ids) and due_at <= :now for update skip locked")
                .param("ids", ids)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .list();
    }

    private void workOn(Call call) {
        if (connections.find(call.connectionId()).filter(Connection::enabled).isEmpty()) {
            later(call);
            return;
        }
        Arrays.stream(call.hints().split("\n"))
                .map(ProviderCalls::item)
                .forEach(item -> hints.take(call.connectionId(), item));
        forget(call);
    }

    private void forget(Call call) {
        jdbc.sql("delete from provider_call where id = :id")
                .param("id", call.id())
                .update();
    }

    /** Its connection is switched off for now, perhaps. */
    private void later(Call call) {
        if (call.failures() + 1 >= GIVEN_UP) {
            LOG.warn("A call to connection {} could not be worked on.", call.connectionId());
            forget(call);
        } else {
            jdbc.sql("update provider_call set due_at = :at, failures = failures + 1 where id = :id")
                    .param("at", Timestamp.from(clock.instant().plus(AGAIN)))
                    .param("id", call.id())
                    .update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final Duration LOOK = Duration.ofSeconds(5);

        @Bean
        RecurringTask<Void> workOnProviderCalls(ProviderCalls calls) {
            return Tasks.recurring("work-on-provider-calls", FixedDelay.of(LOOK))
                    .execute((order, context) -> calls.workOff());
        }
    }
}
