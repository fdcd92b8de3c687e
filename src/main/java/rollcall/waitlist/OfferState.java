package rollcall.waitlist;

/** What became of an offer. */
enum OfferState {
    OPEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    /** Taken back, or whoever had it went another way. */
    WITHDRAWN
}
