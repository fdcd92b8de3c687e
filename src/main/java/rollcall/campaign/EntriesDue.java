package rollcall.campaign;

/** Somebody in that campaign can go on, or is to be taken out; published inside the transaction that stores it. */
record EntriesDue(long campaignId) {}
