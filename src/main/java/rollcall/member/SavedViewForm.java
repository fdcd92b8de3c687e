package rollcall.member;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import rollcall.web.Text;

/**
 * What somebody types about a saved view.
 *
 * @param filter the query of the list that is to be saved; empty for everybody by name
 * @param version of the view as the typist saw it; one that no view has when it was not sent
 */
record SavedViewForm(
        String name,
        Boolean shared,
        String filter,
        Integer version,
        @Nullable String requestId) {

    /** The longest name, in UTF-16 units, which is what browsers count. */
    static final int LONGEST = 80;

    /** How much of a filter is stored: as much as the list's own form can ask for. */
    private static final int LONGEST_FILTER = 20_000;

    SavedViewForm {
        name = Text.tidy(requireNonNullElse(name, ""));
        shared = requireNonNullElse(shared, false);
        filter = requireNonNullElse(filter, "");
        version = requireNonNullElse(version, -1);
        requestId = RequestId.stored(requestId == null || requestId.isBlank() ? null : requestId);
    }

    static SavedViewForm of(SavedView view) {
        return new SavedViewForm(view.name(), view.shared(), "", view.version(), null);
    }

    /** As typed, over the view as it is now. */
    SavedViewForm over(SavedView now) {
        return new SavedViewForm(name, shared, filter, now.version(), requestId);
    }

    /** @throws BadFilter for words that no list writes */
    MemberFilterForm memberFilter() {
        if (filter.length() > LONGEST_FILTER) {
            throw new BadFilter("filter");
        }
        return MemberFilterForm.parse(filter);
    }

    /** Null when the list named none. */
    @Nullable
    ColumnChoice columns() {
        return ColumnChoice.parse(filter);
    }

    void check(BindingResult errors) {
        if (name.isEmpty()) {
            errors.rejectValue("name", "member.view.name.missing");
        } else if (name.length() > LONGEST) {
            errors.rejectValue("name", "member.view.name.too-long", new Object[] {LONGEST}, null);
        } else if (name.lines().count() > 1 || Text.unwanted(name)) {
            errors.rejectValue("name", "web.plain-text");
        }
    }
}
