package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;

/**
 * A filter and an order of a program's list of members under a name.
 *
 * @param ownerKey who saved it; null when they may not sign in any more, and it is the program's alone
 * @param ownerName their name as it was then; empty when they are gone
 * @param shared whether everybody who may see the program sees it; then it is changed by who manages the program
 */
record SavedView(
        long id,
        int version,
        long programId,
        @Nullable String ownerKey,
        String ownerName,
        String name,
        boolean shared,
        MemberFilterForm filter) {

    public boolean isOf(Actor who) {
        return who.key().equals(ownerKey);
    }

    boolean shownTo(Actor who) {
        return shared || isOf(who);
    }

    SavedView ownedBy(Actor who) {
        return new SavedView(id, version, programId, who.key(), who.name(), name, shared, filter);
    }

    SavedView named(String other, boolean shown) {
        return new SavedView(id, version, programId, ownerKey, ownerName, other, shown, filter);
    }

    SavedView with(MemberFilterForm other) {
        return new SavedView(id, version, programId, ownerKey, ownerName, name, shared, other);
    }

    /** Where opening it begins; leads on to the list with the filter that is left of it. */
    public String address() {
        return "/programs/%d/members/views/%d".formatted(programId, id);
    }
}
