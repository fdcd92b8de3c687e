package rollcall.member;

/** Two memberships of two records of one person in the same program: the one that stays, and the one set aside. */
public record Overlap(Membership kept, Membership aside) {}
