package rollcall.job;

/**
 * How far a job has come.
 *
 * @param done all that is done since the job began, not only in this chunk
 * @param resumePoint where the next chunk begins; at most 200 characters
 * @param finished whether there is no next chunk
 */
public record Progress(long done, String resumePoint, boolean finished) {}
