package rollcall.mail;

/** Why somebody gets no mail. */
public enum Suppressed {
    /** They asked for no more of what advertises. */
    UNSUBSCRIBED,
    /** Somebody here put them on the list: no mail at all. */
    BLOCKED,
    /** Their mail server said that there is no such recipient: no mail at all until somebody clears it. */
    BOUNCED
}
