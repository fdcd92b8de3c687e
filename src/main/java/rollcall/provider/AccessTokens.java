package rollcall.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Access tokens of one kind of provider, by connection: each is asked for once, by whoever needs it first. */
public final class AccessTokens {

    /** Renewed before the provider refuses it. */
    private static final Duration EARLY = Duration.ofSeconds(60);

    /** @param until when the provider takes it no more */
    public record Token(String value, Instant until) {}

    private record Held(int version, Token token) {}

    private final ConcurrentMap<Long, Held> tokens = new ConcurrentHashMap<>();
    private final Clock clock;

    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * The token of that connection, as it is now.
     *
     * @param fetch asks the provider for one; nobody else asks for this connection's meanwhile
     */
    public String of(Connection connection, Supplier<Token> fetch) {
        return tokens.compute(
                        connection.id(),
                        (id, held) -> held != null && fresh(held, connection)
                                ? held
                                : new Held(connection.version(), fetch.get()))
                .token()
                .value();
    }

    private boolean fresh(Held held, Connection connection) {
        return held.version() == connection.version()
                && clock.instant().isBefore(held.token().until().minus(EARLY));
    }

    /** The provider does not take that token any more. */
    public void forget(long connectionId, String value) {
        tokens.computeIfPresent(connectionId, (id, held) -> held.token().value().equals(value) ? null : held);
    }
}
