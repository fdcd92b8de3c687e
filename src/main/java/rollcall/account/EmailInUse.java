package rollcall.account;

/** Another account has this e-mail address already; nothing was stored. */
public class EmailInUse extends RuntimeException {

    EmailInUse() {
        super("Another account has this e-mail address.");
    }
}
