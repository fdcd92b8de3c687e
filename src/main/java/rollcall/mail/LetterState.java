package rollcall.mail;

/** How far a letter has come. */
public enum LetterState {
    /** Waits for its turn, or to be tried again. */
    WAITING,
    /** A node has it in hand. */
    CLAIMED,
    /** It is being given to the mail server at this moment. */
    HANDING_OVER,
    /** The mail server took it. */
    SENT,
    /** Without a mail server it was put into the mailbox. */
    IN_MAILBOX,
    /** The mail server refused the recipient for good. */
    BOUNCED,
    /** It could not be given to the mail server for a day, or says something that cannot be said to this recipient. */
    FAILED,
    /** The recipient is on the suppression list. */
    SUPPRESSED,
    /** Somebody took it back before it was sent. */
    CANCELLED;

    /** Whether nothing will happen to it any more. */
    public boolean settled() {
        return this != WAITING && this != CLAIMED && this != HANDING_OVER;
    }
}
