package rollcall.job;

import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param done all that is done since the job began, not only in this chunk
 * @param resumePoint where the next chunk begins; at most 200 characters
 * @param finished whether there is no next chunk
 * @param total how much there is to do, as far as that is known by now; null when nothing new was learned
 */
public record Progress(
        long done,
        String resumePoint,
        boolean finished,
        @Nullable Long total) {

    public Progress(long done, String resumePoint, boolean finished) {
        this(done, resumePoint, finished, null);
    }
}
