package rollcall.member;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Where a list of members stands, and the addresses of the lists beside it.
 *
 * @param columns that the list shows; null for the usual ones, or those that the reader chose last
 * @param view the saved view that it began with, whatever became of its filter; null for none
 */
record MemberListAddress(
        long programId,
        MemberFilterForm form,
        @Nullable ColumnChoice columns,
        @Nullable Long view,
        @Nullable String after,
        @Nullable String before) {

    static MemberListAddress of(long programId, MultiValueMap<String, String> query) {
        return new MemberListAddress(
                programId,
                MemberFilterForm.of(query),
                ColumnChoice.of(query),
                number(query.getFirst("view")),
                key(query.getFirst("after")),
                key(query.getFirst("before")));
    }

    /** The first page of what somebody asks for. */
    static MemberListAddress of(
            long programId, MemberFilterForm form, @Nullable ColumnChoice columns, @Nullable Long view) {
        return new MemberListAddress(programId, form, columns, view, null, null);
    }

    MemberListAddress showing(@Nullable ColumnChoice others) {
        return new MemberListAddress(programId, form, others, view, after, before);
    }

    /** Nothing when somebody made one up: then no view is in force. */
    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable String key(@Nullable String key) {
        return key == null || key.isEmpty() ? null : key;
    }

    /** The whole state, for a form that leads back here. */
    public String query() {
        return written().toString();
    }

    public String here() {
        return written().after(path());
    }

    public String everybody() {
        return list(MemberFilterForm.EVERYBODY.sortedBy(form.sort())).after(path());
    }

    /** The other way round where the list is ordered so already. */
    public String sortedBy(String word) {
        var asked = MemberSort.ofWord(word).orElseThrow();
        return list(form.sortedBy(form.sort() == asked ? asked.reversed() : asked))
                .with("view", view)
                .after(path());
    }

    /** Whether the list is ordered by that column, in whichever direction. */
    public boolean sorts(String word) {
        return form.sort().alike(MemberSort.ofWord(word).orElseThrow());
    }

    public String narrowedTo(String status) {
        return list(MemberFilterForm.EVERYBODY.withStatuses(List.of(status))).after(path());
    }

    @Nullable
    public String next(MemberPage page) {
        return page.after() == null ? null : stays().with("after", page.after()).after(path());
    }

    @Nullable
    public String previous(MemberPage page) {
        return page.before() == null
                ? null
                : stays().with("before", page.before()).after(path());
    }

    public String count() {
        return form.written().after(path() + "/count");
    }

    public String csv() {
        return form.written().after(path() + ".csv");
    }

    /** Where to choose what goes into a file of the list. */
    public String export() {
        return (columns == null ? form.written() : ColumnChoice.written(form.written(), columns.fileWords()))
                .after(path() + "/export");
    }

    /** The columns as the fields of a form that leads back here; none for the usual ones. */
    public Map<String, List<String>> columnFields() {
        return columns == null ? Map.of() : columns.words();
    }

    /** The same for a form that leads to a file. */
    public Map<String, List<String>> fileFields() {
        return columns == null ? Map.of() : columns.fileWords();
    }

    /** The list without the place in it, as a form names it that works on all of it. */
    public String whole() {
        return list(form).toString();
    }

    /** The same with the columns whatever they are, for a view, which shows them to everybody. */
    public String look() {
        return shown().onto(form.written()).toString();
    }

    public ColumnChoice shown() {
        return columns == null ? ColumnChoice.STANDARD : columns;
    }

    private QueryString written() {
        return stays().with("after", after).with("before", before);
    }

    /** What every page of the list has in its address. */
    private QueryString stays() {
        return list(form).with("view", view);
    }

    private QueryString list(MemberFilterForm other) {
        return columns == null ? other.written() : columns.onto(other.written());
    }

    private String path() {
        return "/programs/" + programId + "/members";
    }
}
