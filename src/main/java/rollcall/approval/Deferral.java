package rollcall.approval;

import java.time.Instant;

/**
 * Somebody put a decision off.
 *
 * @param note empty for none
 * @param by the name of whoever did
 */
record Deferral(Instant until, String note, String by) {}
