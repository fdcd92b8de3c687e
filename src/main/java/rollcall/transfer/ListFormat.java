package rollcall.transfer;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;
import rollcall.web.Attachments;
import rollcall.web.CsvOut;
import rollcall.web.RowsOut;
import rollcall.web.XlsxOut;

/** What kind of file a list goes out as. */
enum ListFormat {
    CSV("csv", Attachments.CSV),
    XLSX("xlsx", Attachments.XLSX);

    private final String extension;
    private final MediaType type;

    ListFormat(String extension, MediaType type) {
        this.extension = extension;
        this.type = type;
    }

    String extension() {
        return extension;
    }

    MediaType type() {
        return type;
    }

    /** @param sheet what a sheet is called, in a format that has some */
    RowsOut open(OutputStream bytes, String sheet) throws IOException {
        return switch (this) {
            case CSV -> new CsvOut(bytes);
            case XLSX -> new XlsxOut(bytes, sheet);
        };
    }
}
