package rollcall.program;

import java.util.Optional;

/** Where a program can be found by everybody. The room that has such pages declares a bean of this type. */
public interface PublicPages {

    /** The path of the page, from the root; nothing when the program has none that can be seen. */
    Optional<String> pathOf(long programId);
}
