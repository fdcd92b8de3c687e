package rollcall.mail;

import java.time.Clock;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;

/** What the reader of a page of mail may be shown. Templates call this bean {@code mailNav}. */
@Component("mailNav")
public class MailNav {

    private final Access access;
    private final MailServer server;
    private final DeskRow desk;
    private final Clock clock;

    MailNav(Access access, MailServer server, DeskRow desk, Clock clock) {
        this.access = access;
        this.server = server;
        this.desk = desk;
        this.clock = clock;
    }

    /** The programs whose mail the reader manages; no more than a hint, each page asks again. */
    public Reach sees() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Actor reader
                ? access.reachOf(reader, Act.MANAGE)
                : new Reach(false, Set.of());
    }

    /** {@code STAYS} without a mail server, {@code PAUSED}, {@code HELD}, or {@code OPEN}: whether mail goes out. */
    public String state() {
        var now = desk.get();
        if (now.paused()) {
            return "PAUSED";
        }
        if (!server.set()) {
            return "STAYS";
        }
        return now.open(clock.instant()) ? "OPEN" : "HELD";
    }
}
