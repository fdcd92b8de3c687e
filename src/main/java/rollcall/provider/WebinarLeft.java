package rollcall.provider;

/** A program has no provider any more: published inside the transaction that stores it. */
record WebinarLeft(long programId) {}
