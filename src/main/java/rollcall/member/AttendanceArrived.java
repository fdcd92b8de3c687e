package rollcall.member;

import java.util.List;

/** A provider reported how long these members were there: published inside the transaction that stores it. */
public record AttendanceArrived(long programId, List<Long> memberIds) {}
