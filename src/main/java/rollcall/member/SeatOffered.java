package rollcall.member;

import java.time.Instant;
import java.util.List;

/** A seat is held for each of these members, who waited: published inside the transaction that holds it. */
public record SeatOffered(long programId, List<Long> memberIds, Instant until) {}
