package rollcall.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A clock that stands still until a test moves it. Each test begins at {@link #START}. */
public final class TestClock extends Clock {

    /** A Monday morning. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public TestClock() {
        this(new AtomicReference<>(START), ZoneOffset.UTC);
    }

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock read in another zone: moving one moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    static class Reset implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(TestClock.class).set(START);
        }
    }
}
