package rollcall.account;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param kind such as {@code SIGNED_IN}; each room names its own
 * @param actor the name of whoever did it as it is now, or the key of an actor without an account
 * @param details a JSON object
 */
record AuditEntry(long id, Instant at, String kind, String actor, String details) {}
