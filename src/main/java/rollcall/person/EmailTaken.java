package rollcall.person;

/** Another person has this e-mail address already; nothing was stored. */
public class EmailTaken extends RuntimeException {

    EmailTaken() {
        super("Another person has this e-mail address.");
    }
}
