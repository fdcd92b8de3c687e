package rollcall.web;

/** Something that was sealed cannot be opened here; see {@link Seals}. */
public class BrokenSeal extends RuntimeException {

    BrokenSeal(String why) {
        super("What was sealed cannot be opened: " + why + ".");
    }
}
