package rollcall.job;

/** A job wants a runner: it was stored, or asked to stop before it began. */
record JobStarted(long jobId) {}
