package rollcall.transfer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much one import takes. What bounds a single row stands at {@link CsvRefused}. */
@Component
class ImportLimits {

    private final long mostRows;
    private final DataSize largest;

    /** @param largest how large a file may be; a larger one is refused while it arrives */
    ImportLimits(
            @Value("${rollcall.import.most-rows:1000000}") long mostRows,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.mostRows = mostRows;
        this.largest = largest;
    }

    long mostRows() {
        return mostRows;
    }

    long megabytes() {
        return largest.toMegabytes();
    }
}
