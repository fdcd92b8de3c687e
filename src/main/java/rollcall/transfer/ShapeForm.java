package rollcall.transfer;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How somebody says their file is to be read. {@code headerLine} is null for a file without headings. */
record ShapeForm(
        @NotNull Encoding encoding,
        @NotNull Delimiter delimiter,
        @Nullable Long headerLine) {

    static ShapeForm of(CsvShape shape) {
        return new ShapeForm(shape.encoding(), shape.delimiter(), shape.hasHeader() ? shape.headerLine() : null);
    }

    CsvShape shape() {
        return new CsvShape(encoding, delimiter, headerLine == null ? 0 : Math.max(0, headerLine));
    }
}
