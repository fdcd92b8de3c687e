package rollcall.waitlist;

/** What becomes of a seat that is free while somebody waits. */
enum Mode {
    /** The next one gets it at once. */
    AUTOMATIC,
    /** It is held for the next one, who says whether they want it. */
    OFFER,
    /** Nothing, until somebody promotes. */
    MANUAL
}
