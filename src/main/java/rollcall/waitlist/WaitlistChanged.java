package rollcall.waitlist;

/** A program's waitlist is dealt with otherwise, or a seat of it came free; published inside the transaction. */
record WaitlistChanged(long programId) {}
