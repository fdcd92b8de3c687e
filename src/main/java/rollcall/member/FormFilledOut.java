package rollcall.member;

import java.util.List;

/** These members filled out the registration form: published inside the transaction that stores it. */
public record FormFilledOut(long programId, List<Long> memberIds) {}
