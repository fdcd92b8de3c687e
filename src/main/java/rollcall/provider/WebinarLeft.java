package rollcall.provider;

/**
 * A program has no webinar there any more; published inside the transaction that stores it.
 *
 * @param cancels whether whoever is registered there is to be cancelled there
 */
record WebinarLeft(long programId, EventRef event, boolean cancels) {}
