package rollcall.program;

/**
 * Which programs are meant.
 *
 * @param show which part of the list
 * @param q stands anywhere in the name; case and accents do not matter. Empty does not narrow
 */
public record ProgramFilter(Show show, String q) {

    /** The longest text that is searched for. */
    private static final int LONGEST = 200;

    public ProgramFilter {
        q = q.strip();
        q = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    }

    /** A part of the list of programs; the word in the address is the name in lower case. */
    public enum Show {
        /** Everything that is not archived: what comes next first, then what is past, the latest first. */
        ALL,
        UPCOMING,
        PAST,
        ARCHIVED
    }

    public boolean narrows() {
        return show != Show.ALL || !q.isEmpty();
    }
}
