package rollcall.provider;

import java.time.Instant;

/**
 * A provider learned that an event is over, perhaps at another time than planned: published by the room of that provider,
 * inside the transaction that stores it.
 */
public record WebinarEnded(EventRef event, Instant at) {}
