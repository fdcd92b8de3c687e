package rollcall.program;

import java.util.List;

/** Further pages of a program that other rooms have, shown among its tabs. */
public interface Ways {

    /** In the order in which they are shown; empty when the program has none. */
    List<Way> of(Program program);

    /**
     * @param name what a page calls itself when it shows the tabs
     * @param message the key of a message
     * @param address within the application, from the root
     * @param managersOnly whether it is shown only to those who manage the program
     */
    record Way(String name, String message, String address, boolean managersOnly) {}
}
