package rollcall.account;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.web.PublicUrl;

/** Tells the console how to become the first administrator, as long as there is none. */
@Component
class SetupOffer {

    private final Accounts accounts;
    private final SetupLinks links;
    private final PublicUrl publicUrl;

    SetupOffer(Accounts accounts, SetupLinks links, PublicUrl publicUrl) {
        this.accounts = accounts;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offerLink() {
        if (accounts.none()) {
            print(System.out, publicUrl.link(links.forFirstAdministrator()));
        } else {
            links.withdrawForFirstAdministrator();
        }
    }

    /** Not by way of the log, which is kept and read by others: the link opens the house. */
    private static void print(PrintStream console, String link) {
        console.printf(
                "%nNobody can sign in yet. Open this link to become the first administrator; it works once:%n%n "
                        + " %s%n%n",
                link);
    }
}
