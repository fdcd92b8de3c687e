package rollcall.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The door to tables that somebody uploads, for rooms that read files of a kind of their own. What is kept waits on disk
 * for a day at most, and nothing but a row and a small buffer of it is ever in memory.
 */
@Component
public class Tables {

    private final Uploads uploads;
    private final ImportLimits limits;

    Tables(Uploads uploads, ImportLimits limits) {
        this.uploads = uploads;
        this.limits = limits;
    }

    /** How large a file may be. */
    public long megabytes() {
        return limits.megabytes();
    }

    /**
     * Keeps a file and finds out how it is read.
     *
     * @param instead what it is called where the browser says nothing fit to be shown
     * @param known how many headings that mean something stand in a row; none in a row of data
     * @throws CsvRefused when it cannot be read; then nothing of it is left behind
     */
    public TableFile keep(MultipartFile upload, String instead, ToIntFunction<CsvRow> known) {
        var stored = uploads.store(upload);
        try {
            var shape = ShapeDetector.detect(uploads.path(stored), known);
            return new TableFile(stored, Uploads.shownName(upload, instead), shape.stored());
        } catch (RuntimeException refused) {
            uploads.delete(stored);
            throw refused;
        }
    }

    /** Whether it still waits. */
    public boolean has(TableFile file) {
        return uploads.has(file.storedName());
    }

    /** The headings; empty for a file without them. */
    public List<String> headings(TableFile file) {
        return CsvRows.headings(path(file), CsvShape.of(file.shape()));
    }

    /** The rows under the headings, which the caller closes; reading throws {@link CsvRefused} where it cannot go on. */
    public CsvRows rows(TableFile file) {
        return CsvRows.below(path(file), CsvShape.of(file.shape()));
    }

    /** The first lines with bytes that stand for no character. */
    public List<Long> badLines(TableFile file) {
        return EncodingScan.of(path(file), CsvShape.of(file.shape()).encoding()).badLines();
    }

    public void forget(TableFile file) {
        uploads.delete(file.storedName());
    }

    /** Forgets it once the running transaction is committed; a transaction that fails still needs it. */
    public void forgetAfterCommit(TableFile file) {
        uploads.deleteAfterCommit(file.storedName());
    }

    private Path path(TableFile file) {
        return uploads.path(file.storedName());
    }
}
