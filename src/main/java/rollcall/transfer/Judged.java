package rollcall.transfer;

import rollcall.transfer.Read.Entry;

/**
 * A row and its verdict.
 *
 * @param number counts the rows of the file from 0, blank ones and headings left out
 */
record Judged(long number, Read read, Verdict verdict) {

    Judged with(Verdict other) {
        return new Judged(number, read, other);
    }

    /** What the row says; only for a row that was not refused while it was read. */
    Entry entry() {
        return switch (read) {
            case Entry entry -> entry;
            case Read.Refused refused -> throw new IllegalStateException("The row was refused.");
        };
    }
}
