package rollcall.torture;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Time that passes while something is away. */
final class Waiting {

    private Waiting() {}

    static void during(Duration hold) {
        await().pollDelay(hold).atMost(hold.plusSeconds(10)).until(() -> true);
    }
}
