package rollcall.program;

/** A program was edited, archived or restored, inside the transaction that stores it. */
public record ProgramChanged(Program before, Program after, Actor by) {}
