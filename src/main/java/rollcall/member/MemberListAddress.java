package rollcall.member;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Where a list of members stands, and the addresses of the lists beside it. */
record MemberListAddress(
        long programId,
        MemberFilterForm form,
        @Nullable String after,
        @Nullable String before) {

    static MemberListAddress of(long programId, MultiValueMap<String, String> query) {
        return new MemberListAddress(
                programId, MemberFilterForm.of(query), key(query.getFirst("after")), key(query.getFirst("before")));
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
        return form.sortedBy(MemberSort.ofWord(word).orElseThrow()).written().after(path());
    }

    public String narrowedTo(String status) {
        return new QueryString().with("status", status).after(path());
    }

    @Nullable
    public String next(MemberPage page) {
        return page.after() == null
                ? null
                : form.written().with("after", page.after()).after(path());
    }

    @Nullable
    public String previous(MemberPage page) {
        return page.before() == null
                ? null
                : form.written().with("before", page.before()).after(path());
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
        return form.written().with("after", after).with("before", before);
    }

    private String path() {
        return "/programs/" + programId + "/members";
    }
}
