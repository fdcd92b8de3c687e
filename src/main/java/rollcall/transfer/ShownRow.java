package rollcall.transfer;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file as a page shows it, with its verdict.
 *
 * @param from the key of the status where the person stands; null for somebody who never was a member, and of rows that
 *     an import refused
 * @param to the key of the status where the person stands afterwards, which is the same when it stays; null for a row
 *     that is refused
 * @param statusReason what is stored with a new status
 */
record ShownRow(
        long line,
        Verdict.Kind kind,
        String email,
        String name,
        @Nullable Refusal refusal,
        @Nullable String from,
        @Nullable String to,
        String statusReason) {

    /** Whether only details are written, or nothing is. */
    public boolean stays() {
        return from != null && from.equals(to);
    }
}
