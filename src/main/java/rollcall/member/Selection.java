package rollcall.member;

import java.util.List;

/** Which members a bulk change is for: those that were ticked, or all that match. */
public sealed interface Selection {

    record Ticked(List<Long> memberIds) implements Selection {}

    record Matching(MemberFilter filter) implements Selection {}
}
