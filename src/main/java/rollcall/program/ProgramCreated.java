package rollcall.program;

import org.jspecify.annotations.Nullable;

/** A program was made, inside the transaction that makes it. {@code clonedFrom} is null for one made out of nothing. */
public record ProgramCreated(
        long programId, Actor by, @Nullable Long clonedFrom) {}
