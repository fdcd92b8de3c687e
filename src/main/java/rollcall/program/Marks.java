package rollcall.program;

import java.util.List;

/** What stands on each page of a program besides its name. Declared here so that every page can show it; told by rooms that know. */
public interface Marks {

    /** In the order in which they are shown; empty when there is nothing to say. */
    List<Mark> of(Program program);

    /**
     * @param message the key of a message
     * @param why the key of a message that says what it means
     */
    record Mark(String message, String why) {}
}
