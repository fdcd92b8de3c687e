package rollcall.web;

import java.util.stream.Stream;

/** What is behind a failure. */
public final class Causes {

    private Causes() {}

    /** The failure itself first, then what caused it, and what caused that. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause);
    }
}
