package rollcall.member;

/** Seats came free in a program in which somebody waits: published inside the transaction that frees them. */
public record SeatsFreed(long programId, int seats) {}
