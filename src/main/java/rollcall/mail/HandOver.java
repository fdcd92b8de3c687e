package rollcall.mail;

/** What came of giving one letter to the mail server. */
sealed interface HandOver {

    /** The server has it. */
    record Taken() implements HandOver {}

    /** There is no such recipient. */
    record NoRecipient(String words) implements HandOver {}

    /** The server will never take this letter. */
    record Refused(String words) implements HandOver {}

    /** The server may take it later. */
    record Later(String words) implements HandOver {}

    /** The connection was lost before the letter was given away: nobody has it. */
    record Lost(String words) implements HandOver {}

    /** The connection was lost after the letter was given away and before the server said that it has it. */
    record Unclear(String words) implements HandOver {}

    /** The server takes nothing from us at all. */
    record Closed(Trouble why) implements HandOver {}
}
