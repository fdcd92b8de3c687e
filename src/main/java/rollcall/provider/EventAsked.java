package rollcall.provider;

/** Somebody wants to know at once what the provider says of that program's event. */
record EventAsked(long programId) {}
