package rollcall.transfer;

import org.jspecify.annotations.Nullable;

/** A row of a file as a page shows it, with its verdict. */
record ShownRow(
        long line,
        Verdict.Kind kind,
        String email,
        String name,
        @Nullable Refusal refusal) {}
