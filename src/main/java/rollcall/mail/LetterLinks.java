package rollcall.mail;

/** The addresses in one letter; each is made when it is asked for, since most letters have one of them. */
interface LetterLinks {

    /** Empty for somebody who is not let in. */
    String webinar();

    String calendar();

    String unsubscribe();

    /** The program's registration page; the recipient's own page while it has none that can be seen. */
    String register();

    /** The recipient's own page. */
    String status();

    /** Where the recipient takes up or declines a seat; empty for somebody for whom none is held. */
    String offer();

    /** Where the recipient gives the seat back. */
    String cancel();
}
