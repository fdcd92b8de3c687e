package rollcall.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.job.JobState;
import rollcall.program.Actor;

/**
 * One upload, from the file to what became of it.
 *
 * @param fileName as the importer called it; only ever shown
 * @param storedName its name among the {@link Uploads}; null once it is deleted
 * @param headings as the file has them; empty for a file without
 * @param checkedAt when the dry run for this shape and plan came to its end; null when it has not
 * @param expected what the dry run came to
 * @param jobId the job at work on it: the dry run as long as it runs, the import once it is confirmed; null for none
 * @param done what the import came to, so far
 * @param endState how the job ended; null as long as it has not
 */
record MemberImport(
        long id,
        long programId,
        Actor by,
        Instant uploadedAt,
        String fileName,
        @Nullable String storedName,
        long bytes,
        CsvShape shape,
        List<String> headings,
        ImportPlan plan,
        @Nullable Instant checkedAt,
        Totals expected,
        @Nullable Long jobId,
        Totals done,
        @Nullable Instant endedAt,
        @Nullable JobState endState) {

    /** How far an import has come. */
    enum Stage {
        MAPPING,
        CHECKING,
        CHECKED,
        RUNNING,
        ENDED,
        /** Never confirmed, and its file is gone. */
        EXPIRED
    }

    public Stage stage() {
        if (endState != null) {
            return Stage.ENDED;
        }
        if (jobId != null) {
            return checkedAt == null ? Stage.CHECKING : Stage.RUNNING;
        }
        if (storedName == null) {
            return Stage.EXPIRED;
        }
        return checkedAt == null ? Stage.MAPPING : Stage.CHECKED;
    }

    /** How many rows a cancelled or failed import did not come to. */
    public long notReached() {
        return Math.max(0, expected.rows() - done.rows());
    }
}
