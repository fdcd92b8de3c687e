package rollcall.program;

import java.util.Optional;
import java.util.Set;

/** Where a program can be found by everybody. The room that has such pages declares a bean of this type. */
public interface PublicPages {

    /** The path of the page, from the root; nothing when the program has none that can be seen. */
    Optional<String> pathOf(long programId);

    /** What whoever registers there now may come to without a mail that tells of it; empty where nobody can register. */
    Set<AnswersByMail.To> silentAt(Program program);
}
