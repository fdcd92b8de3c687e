package rollcall.campaign;

/** There is something to call at that webhook; published inside the transaction that stores it. */
record CallsQueued(long webhookId) {}
