package rollcall.mail;

/** There is something to send; published inside the transaction that stores it. */
record LettersQueued() {}
