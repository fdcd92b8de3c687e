package rollcall.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The small files in {@code src/test/resources/csv}, and reading them whole. */
final class Corpus {

    private Corpus() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Corpus.class.getResource("/csv/" + name))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("upload.csv"), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path write(Path folder, String text) {
        return write(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cells of all rows under the headings, as the detected shape cuts them. */
    static List<List<String>> cells(Path file) {
        return rows(file, ShapeDetector.detect(file)).stream()
                .map(CsvRow::cells)
                .toList();
    }

    static List<CsvRow> rows(Path file, CsvShape shape) {
        try (var rows = CsvRows.below(file, shape)) {
            var all = new ArrayList<CsvRow>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }
}
