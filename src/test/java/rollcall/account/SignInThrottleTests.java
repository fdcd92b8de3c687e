package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.testing.TestClock;

abstract class SignInThrottleTests {

    @Autowired
    SignInThrottle throttle;

    @Autowired
    TestClock clock;

    final String account = Subject.account(UUID.randomUUID().toString());
    final String address = Subject.address(UUID.randomUUID().toString());

    @Test
    void theWaitBeginsAfterFiveTriesAndDoublesUpToFifteenMinutes() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admits(account)).isTrue();
        }
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(throttle.admits(account))
                    .as("a second before %s", minutes)
                    .isFalse();
            clock.advance(Duration.ofSeconds(1));
            assertThat(throttle.admits(account)).as("after %s", minutes).isTrue();
        }
    }

    @Test
    void aRightPasswordBeginsAnew() {
        IntStream.range(0, 5).forEach(i -> throttle.admits(account));
        throttle.forgive(account, address);
        assertThat(throttle.admits(account)).isTrue();
    }

    @Test
    void anAddressHasTenTriesAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.waitOf(address)).isZero();
        }
        clock.advance(Duration.ofSeconds(20));
        assertThat(throttle.waitOf(address)).isEqualTo(Duration.ofSeconds(40));
        clock.advance(Duration.ofSeconds(40));
        assertThat(throttle.waitOf(address)).isZero();
    }

    @Test
    void rightPasswordsDoNotCountAgainstTheAddress() {
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.waitOf(address)).isZero();
            throttle.forgive(account, address);
        }
    }

    @Test
    void manyTriesAtOnceGainNothing() throws Exception {
        var tries = new ArrayList<Callable<Boolean>>();
        IntStream.range(0, 200).forEach(i -> tries.add(() -> throttle.admits(account)));
        try (var lanes = Executors.newFixedThreadPool(10)) {
            var admitted = 0;
            for (var answer : lanes.invokeAll(tries)) {
                admitted += answer.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(5);
        }
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOne() {
        assertThat(Subject.address("2001:db8:1:2:3:4:5:6")).isEqualTo(Subject.address("2001:db8:1:2:aaaa:0:0:1"));
        assertThat(Subject.address("2001:db8:1:2:3:4:5:6")).isNotEqualTo(Subject.address("2001:db8:1:3:3:4:5:6"));
        assertThat(Subject.address("192.0.2.1")).isNotEqualTo(Subject.address("192.0.2.2"));
    }
}
