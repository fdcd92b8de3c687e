package rollcall.program;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Act;

/** What the reader of a page may be shown of a program's ways. Templates call this bean {@code programNav}. */
@Component("programNav")
public class ProgramNav {

    private final Access access;

    ProgramNav(Access access) {
        this.access = access;
    }

    /** Whether the reader may do everything in that program; no more than a hint, each way asks again. */
    public boolean manages(Program program) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null
                && signedIn.getPrincipal() instanceof Actor reader
                && access.may(reader, program.key(), Act.MANAGE);
    }
}
