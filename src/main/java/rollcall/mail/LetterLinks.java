package rollcall.mail;

/** The addresses in one letter; each is made when it is asked for, since most letters have one of them. */
interface LetterLinks {

    /** Empty for somebody who is not let in. */
    String webinar();

    String calendar();

    String unsubscribe();
}
