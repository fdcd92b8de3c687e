package rollcall.campaign;

/** Campaigns of that program have something to hear of; published inside the transaction that stores it. */
record FeedNoted(long programId) {}
