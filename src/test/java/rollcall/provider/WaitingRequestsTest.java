package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingRequestsTest {

    private final WaitingRequests waiting = new WaitingRequests();

    @Test
    void whoeverComesWhenManyWaitIsSentAwayAtOnceAndLetInLater() throws Exception {
        var inside = new CountDownLatch(WaitingRequests.MOST);
        var answer = new CountDownLatch(1);
        try (var requests = Executors.newFixedThreadPool(WaitingRequests.MOST)) {
            var all = IntStream.range(0, WaitingRequests.MOST)
                    .mapToObj(n -> requests.submit(() -> waiting.ask(() -> slow(n, inside, answer))))
                    .toList();
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> waiting.ask(() -> "never asked"))
                    .isInstanceOfSatisfying(
                            ProviderTrouble.class,
                            trouble -> assertThat(trouble.failure()).isInstanceOf(ProviderFailure.Temporary.class));

            answer.countDown();
            assertThat(all)
                    .extracting(Future::get)
                    .hasSize(WaitingRequests.MOST)
                    .doesNotHaveDuplicates();
        }
        assertThat(waiting.ask(() -> "asked")).isEqualTo("asked");
    }

    @Test
    void oneThatFailsLeavesItsPlace() {
        for (int n = 0; n < 2 * WaitingRequests.MOST; n++) {
            assertThatThrownBy(() -> waiting.ask(() -> {
                        throw new ProviderTrouble(new ProviderFailure.Barred("No."));
                    }))
                    .isInstanceOfSatisfying(
                            ProviderTrouble.class,
                            trouble -> assertThat(trouble.failure().words()).isEqualTo("No."));
        }
    }

    private static int slow(int n, CountDownLatch inside, CountDownLatch answer) {
        inside.countDown();
        try {
            assertThat(answer.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return n;
    }
}
