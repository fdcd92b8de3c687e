package rollcall.transfer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that stays open at the place where the last part of it ended, so that part after part it is read once. Only
 * whoever goes on somewhere else, as after a crash, pays for passing over the rows above.
 */
public final class OpenRows implements AutoCloseable {

    private @Nullable CsvRows rows;

    /**
     * The rows from that one on, counted from 0. They stay this one's to close.
     *
     * @param open opens the file at its first row
     */
    public CsvRows from(long first, Supplier<CsvRows> open) {
        if (rows == null || rows.passed() != first) {
            close();
            rows = open.get();
            rows.skip(first);
        }
        return rows;
    }

    /** What was closed is opened anew when somebody asks. */
    @Override
    public void close() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }
}
