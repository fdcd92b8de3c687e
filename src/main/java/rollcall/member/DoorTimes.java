package rollcall.member;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Measures how long the door takes, with all that follows from a change and its transaction; failures count as well. */
@Component
class DoorTimes {

    private final Timer one;
    private final Timer many;

    DoorTimes(MeterRegistry registry) {
        this.one = timer(registry, "one");
        this.many = timer(registry, "many");
    }

    private static Timer timer(MeterRegistry registry, String members) {
        return Timer.builder("rollcall.door")
                .description("How long a change of status took, for one member or for up to a thousand at once")
                .tag("members", members)
                .publishPercentileHistogram()
                .register(registry);
    }

    <T> T of(int members, Supplier<T> change) {
        return (members == 1 ? one : many).record(change);
    }
}
