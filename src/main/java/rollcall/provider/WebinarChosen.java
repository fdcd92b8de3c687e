package rollcall.provider;

/** A program's webinar is held at that provider from now on: published inside the transaction that stores it. */
record WebinarChosen(Webinar webinar) {}
