package rollcall.provider;

/** There is something to send for that program; published inside the transaction that stores it. */
record PushesQueued(long programId) {}
