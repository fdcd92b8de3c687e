package rollcall.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.web.Causes;

/**
 * Speaks HTTP with one kind of provider: redirects are not followed, an answer comes within ten seconds and is short, and
 * each connection is used no faster than its kind allows. Says nothing of what it sends or gets to any log.
 */
public final class ProviderClient {

    /** Bytes. */
    public static final int LONGEST_BODY = 1 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Until the end of a long report; shorter than a job may be silent. */
    private static final Duration REPORT = Duration.ofSeconds(50);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** By address: whoever speaks with the same service through the same connection keeps the same pace. */
    private static final ConcurrentMap<String, Pace> PACES = new ConcurrentHashMap<>();

    private final RestClient client;
    private final RestClient reports;
    private final Pace pace;

    /**
     * @param baseUrl what the addresses of requests begin with, without a slash at the end
     * @param rate how many requests a second go out through one connection
     * @param concurrency how many of them at the same time
     */
    public ProviderClient(String baseUrl, int rate, int concurrency) {
        this.client = client(baseUrl, ANSWER);
        this.reports = client(baseUrl, REPORT);
        this.pace = PACES.computeIfAbsent(
                "%s %d %d".formatted(baseUrl, rate, concurrency), service -> new Pace(rate, concurrency));
    }

    /** @param answer how long it may take until all of an answer is there */
    private static RestClient client(String baseUrl, Duration answer) {
        var requests = new JdkClientHttpRequestFactory(HTTP);
        requests.setReadTimeout(answer);
        return RestClient.builder().requestFactory(requests).baseUrl(baseUrl).build();
    }

    /**
     * Sends one request.
     *
     * @return whatever was answered, also a refusal
     * @throws ProviderTrouble temporary, when the provider was not reached; unclear, when it may have been
     */
    public Reply send(long connectionId, Function<RestClient, RequestHeadersSpec<?>> request) {
        return exchange(
                client, connectionId, request, (status, headers, body) -> new Reply(status, headers, capped(body)));
    }

    /** What is made of an answer, while it comes in. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(int status, org.springframework.http.HttpHeaders headers, InputStream body) throws IOException;
    }

    /** As {@link #send}, for reports that are too long to be held whole; they may take fifty seconds. */
    public <T> T read(long connectionId, Function<RestClient, RequestHeadersSpec<?>> request, Reading<T> reading) {
        return exchange(reports, connectionId, request, reading);
    }

    private <T> T exchange(
            RestClient through,
            long connectionId,
            Function<RestClient, RequestHeadersSpec<?>> request,
            Reading<T> reading) {
        try (var turn = pace.turn(connectionId)) {
            return request.apply(through)
                    .exchange((sent, answer) ->
                            reading.read(answer.getStatusCode().value(), answer.getHeaders(), answer.getBody()));
        } catch (ResourceAccessException lost) {
            throw new ProviderTrouble(reached(lost) ? noAnswer() : new Temporary(OwnWords.UNREACHABLE.words()));
        }
    }

    private static Unclear noAnswer() {
        return new Unclear(OwnWords.NO_ANSWER.words());
    }

    private static boolean reached(Throwable lost) {
        return Causes.of(lost)
                .noneMatch(one -> one instanceof ConnectException
                        || one instanceof HttpConnectTimeoutException
                        || one instanceof UnknownHostException);
    }

    private static byte[] capped(InputStream body) throws IOException {
        var bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new ProviderTrouble(new Unclear(OwnWords.ANSWER_TOO_LONG.words()));
        }
        return bytes;
    }
}
