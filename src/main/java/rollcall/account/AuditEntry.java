package rollcall.account;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param kind the name of an {@link AuditKind}
 * @param actor the key of whoever did it
 * @param details a JSON object
 */
record AuditEntry(long id, Instant at, String kind, String actor, String details) {}
