package rollcall.member;

import java.util.List;

/** The provider accepted registrations, and the members' links are stored: published inside that transaction. */
public record RegistrationsAccepted(long programId, List<Long> memberIds) {}
