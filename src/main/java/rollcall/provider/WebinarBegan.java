package rollcall.provider;

import java.time.Instant;

/**
 * A provider learned that an event has begun, perhaps earlier than planned: published by the room of that provider, inside
 * the transaction that stores it.
 */
public record WebinarBegan(EventRef event, Instant at) {}
