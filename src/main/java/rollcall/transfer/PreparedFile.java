package rollcall.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;

/**
 * A list of members that a job writes, or wrote, into a file.
 *
 * @param filter the list as its address asks for it; empty once the file is gone
 * @param language in whose words the headings and statuses are, as a tag
 * @param expiresAt from when on nobody gets it, whether it is ready or not
 * @param storedName under which it lies in {@link ExportFolder}; null once it is gone
 * @param jobId null only until the job is stored with it
 * @param rows how many members stand in it; 0 until it is ready
 * @param fetched how often somebody took it
 */
record PreparedFile(
        long id,
        long programId,
        Actor by,
        String filter,
        Chosen chosen,
        ListFormat format,
        String language,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String storedName,
        @Nullable Long jobId,
        long rows,
        long bytes,
        int fetched) {

    boolean expired(Instant now) {
        return storedName == null || !now.isBefore(expiresAt);
    }
}
