package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;

/**
 * A filter, an order and the columns of a program's list of members under a name.
 *
 * @param ownerKey who saved it; null when they may not sign in any more, and it is the program's alone
 * @param ownerName their name as it was then; empty when they are gone
 * @param shared whether everybody who may see the program sees it; then it is changed by who manages the program
 * @param columns null for one of before views had columns
 */
record SavedView(
        long id,
        int version,
        long programId,
        @Nullable String ownerKey,
        String ownerName,
        String name,
        boolean shared,
        MemberFilterForm filter,
        @Nullable ColumnChoice columns) {

    public boolean isOf(Actor who) {
        return who.key().equals(ownerKey);
    }

    boolean shownTo(Actor who) {
        return shared || isOf(who);
    }

    SavedView ownedBy(Actor who) {
        return new SavedView(id, version, programId, who.key(), who.name(), name, shared, filter, columns);
    }

    SavedView named(String other, boolean shown) {
        return new SavedView(id, version, programId, ownerKey, ownerName, other, shown, filter, columns);
    }

    SavedView with(MemberFilterForm other, @Nullable ColumnChoice others) {
        return new SavedView(id, version, programId, ownerKey, ownerName, name, shared, other, others);
    }

    /** Where opening it begins; leads on to the list with the filter that is left of it. */
    public String address() {
        return "/programs/%d/members/views/%d".formatted(programId, id);
    }
}
