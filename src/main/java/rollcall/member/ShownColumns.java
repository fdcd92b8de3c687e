package rollcall.member;

import java.util.List;

/**
 * The columns of a list as its table asks for them, row by row: those that are usual one by one, the others in turn.
 *
 * @param personal columns that stand before the status besides the e-mail address and the company
 * @param more columns that stand behind the last change
 * @param number of all of them
 */
record ShownColumns(
        boolean email,
        boolean company,
        List<MemberColumn> personal,
        boolean reason,
        boolean joined,
        boolean changed,
        List<MemberColumn> more,
        List<String> answers,
        int number) {

    private static final int WIDE = 8;

    static ShownColumns of(ColumnChoice chosen) {
        return new ShownColumns(
                chosen.has(MemberColumn.EMAIL),
                chosen.has(MemberColumn.COMPANY),
                unusual(chosen, true),
                chosen.has(MemberColumn.STATUS_REASON),
                chosen.has(MemberColumn.JOINED),
                chosen.has(MemberColumn.CHANGED),
                unusual(chosen, false),
                chosen.answers(),
                chosen.columns().size() + chosen.answers().size());
    }

    private static List<MemberColumn> unusual(ColumnChoice chosen, boolean personal) {
        return chosen.columns().stream()
                .filter(column -> !column.standard() && column.personal() == personal)
                .toList();
    }

    /** Whether no screen has room for all of them, so that the name stays where it is while the rest is scrolled. */
    public boolean wide() {
        return number >= WIDE;
    }
}
