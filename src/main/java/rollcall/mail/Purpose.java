package rollcall.mail;

/** Why somebody gets a letter. */
public enum Purpose {
    /** It belongs to what they asked for: a confirmation, a place on the waitlist, a change of the time. */
    OPERATIONAL,
    /** It advertises: whoever unsubscribed gets none. */
    MARKETING
}
