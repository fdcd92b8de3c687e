package rollcall.job;

/**
 * That work has ended, as it is told to who started it.
 *
 * @param program the name of its program; empty for none
 */
public record JobNotice(long jobId, String kind, JobState state, String program) {}
