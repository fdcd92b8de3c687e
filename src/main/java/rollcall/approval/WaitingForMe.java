package rollcall.approval;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;

/** How many wait for a decision of whoever looks at a page; counted only when a page shows it, and once. */
public final class WaitingForMe {

    private static final int MOST = 100;

    private final Inbox inbox;
    private final Reach reach;
    private @Nullable Integer counted;

    private WaitingForMe(Inbox inbox, Reach reach) {
        this.inbox = inbox;
        this.reach = reach;
    }

    private int counted() {
        if (counted == null) {
            counted = inbox.count(reach, MOST);
        }
        return counted;
    }

    public boolean any() {
        return counted() > 0;
    }

    /** Whether they may decide in that program. */
    public boolean covers(long programId) {
        return reach.covers(programId);
    }

    /** As the navigation shows it. */
    public String number() {
        return counted() < MOST ? Integer.toString(counted()) : (MOST - 1) + "+";
    }

    /** Gives every page {@code waitingForMe}; null for who may approve nothing. */
    @ControllerAdvice
    static class OnEveryPage {

        private final Inbox inbox;

        OnEveryPage(Inbox inbox) {
            this.inbox = inbox;
        }

        @ModelAttribute("waitingForMe")
        @Nullable
        WaitingForMe waitingForMe() {
            var signedIn = SecurityContextHolder.getContext().getAuthentication();
            if (signedIn == null || !(signedIn.getPrincipal() instanceof Actor reader)) {
                return null;
            }
            var reach = inbox.reachOf(reader);
            return Inbox.nowhere(reach) ? null : new WaitingForMe(inbox, reach);
        }
    }
}
