package rollcall.program;

/** A program was taken away with all that belongs to it, inside the transaction that does it. */
public record ProgramRemoved(long programId, Actor by) {}
