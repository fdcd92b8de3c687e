package rollcall.person;

import java.util.List;

/** What other rooms know of the address of somebody. Each room that has something to tell declares a bean of this type. */
public interface AddressNotes {

    /** In the order in which they are shown; empty when there is nothing. */
    List<Note> about(Person person);

    /**
     * One thing, as a small label beside the address.
     *
     * @param kind how it looks: plain, warn, bad or good
     * @param message the key of a message
     * @param words what hovering over it says besides; empty for nothing
     */
    record Note(String kind, String message, String words) {}
}
