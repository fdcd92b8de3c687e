package rollcall.provider.simulator;

/** How many are registered at a simulated webinar, wait there, have gone or were turned down, and were seen. */
record Counts(long in, long pending, long out, long live, long onDemand, long strangers) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
}
