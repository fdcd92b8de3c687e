package rollcall.member;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Where a list of members stands, and the addresses of the lists beside it.
 *
 * @param view the saved view that it began with, whatever became of its filter; null for none
 */
record MemberListAddress(
        long programId,
        MemberFilterForm form,
        @Nullable Long view,
        @Nullable String after,
        @Nullable String before) {

    static MemberListAddress of(long programId, MultiValueMap<String, String> query) {
        return new MemberListAddress(
                programId,
                MemberFilterForm.of(query),
                number(query.getFirst("view")),
                key(query.getFirst("after")),
                key(query.getFirst("before")));
    }

    /** The first page of what somebody asks for. */
    static MemberListAddress of(long programId, MemberFilterForm form, @Nullable Long view) {
        return new MemberListAddress(programId, form, view, null, null);
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
        return MemberFilterForm.EVERYBODY.sortedBy(form.sort()).written().after(path());
    }

    public String sortedBy(String word) {
        return form.sortedBy(MemberSort.ofWord(word).orElseThrow())
                .written()
                .with("view", view)
                .after(path());
    }

    public String narrowedTo(String status) {
        return new QueryString().with("status", status).after(path());
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
        return form.written().after(path() + "/export");
    }

    private QueryString written() {
        return stays().with("after", after).with("before", before);
    }

    /** What every page of the list has in its address. */
    private QueryString stays() {
        return form.written().with("view", view);
    }

    private String path() {
        return "/programs/" + programId + "/members";
    }
}
