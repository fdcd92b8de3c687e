package rollcall.desk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Shows {@link Backlogs} to whoever watches over Rollcall; see docs/operations.md. */
@Component
class BacklogMetrics implements MeterBinder {

    private final Backlogs backlogs;

    BacklogMetrics(Backlogs backlogs) {
        this.backlogs = backlogs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var backlog : Backlog.values()) {
            var name = backlog.name().toLowerCase(Locale.ROOT).replace('_', '-');
            gauge(
                            "rollcall.queue.length",
                            "Work that waits",
                            now -> now.of(backlog).length())
                    .tag("queue", name)
                    .register(registry);
            gauge(
                            "rollcall.queue.age",
                            "How long the oldest work has been due",
                            now -> now.of(backlog).age())
                    .tag("queue", name)
                    .baseUnit("seconds")
                    .register(registry);
        }
        gauge(
                        "rollcall.provider.paused",
                        "Programs for which nothing is sent, as their provider asked for a pause or lets nobody in",
                        Backlogs.Reading::pausedPrograms)
                .register(registry);
        gauge("rollcall.connections.barred", "Connections that do not let us in", Backlogs.Reading::barredConnections)
                .register(registry);
        gauge(
                        "rollcall.mail.paused",
                        "Whether no mail goes out, as somebody paused it or the server does not answer",
                        Backlogs.Reading::mailPaused)
                .register(registry);
    }

    private Gauge.Builder<Backlogs> gauge(String name, String what, ToDoubleFunction<Backlogs.Reading> value) {
        return Gauge.builder(name, backlogs, all -> value.applyAsDouble(all.now()))
                .description(what);
    }
}
