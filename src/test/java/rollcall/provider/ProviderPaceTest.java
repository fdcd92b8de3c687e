package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a connection allows counts calls, whoever makes them. */
class ProviderPaceTest {

    private static final int RATE = 20;

    private final FakeService service = new FakeService() {
        @Override
        protected Answer answer(Call call) {
            return Answer.json(200, "well");
        }
    };

    @AfterEach
    void close() {
        service.close();
    }

    private ProviderClient client() {
        return new ProviderClient(service.uri().toString(), RATE, 8);
    }

    private static Callable<Reply> call(ProviderClient client, long connection) {
        return () -> client.send(connection, rest -> rest.get().uri("/"));
    }

    private static Duration time(Stream<Callable<Reply>> calls) throws Exception {
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(calls.toList())) {
                answer.get();
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void callsOfAConnectionComeNoFasterThanItAllowsFromWhicheverPartOfARoom() throws Exception {
        var pushes = client();
        var consent = client();
        var took = time(Stream.iterate(0, n -> n < 40, n -> n + 1).map(n -> call(n % 2 == 0 ? pushes : consent, 1)));
        assertThat(took).isGreaterThan(Duration.ofMillis(39 * 1_000 / RATE));
    }

    @Test
    void anotherConnectionDoesNotWaitForIt() throws Exception {
        var client = client();
        var took = time(Stream.iterate(0, n -> n < 40, n -> n + 1).map(n -> call(client, n)));
        assertThat(took).isLessThan(Duration.ofMillis(39 * 1_000 / RATE));
    }
}
