package rollcall.approval;

import org.jspecify.annotations.Nullable;

/**
 * Whom the inbox shows.
 *
 * @param program the one program; null for all
 * @param later whether those whom somebody has put off are meant, instead of the others
 */
record InboxFilter(@Nullable Long program, boolean later) {

    private static final String HERE = "/approvals";

    public String address() {
        return HERE + query("?");
    }

    public String after(@Nullable InboxKey key) {
        return HERE + query("?") + (query("?").isEmpty() ? "?" : "&") + "after=" + key;
    }

    public String person(long memberId) {
        return HERE + "/" + memberId + query("?");
    }

    /** The same program, the others. */
    public InboxFilter turned() {
        return new InboxFilter(program, !later);
    }

    private String query(String begin) {
        var of = program == null ? "" : begin + "program=" + program;
        return later ? of + (of.isEmpty() ? begin : "&") + "show=later" : of;
    }
}
