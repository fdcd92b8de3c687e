package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxOutTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void everyCellIsText() throws IOException {
        try (var out = new XlsxOut(bytes, "members")) {
            out.row(List.of("Name", "Phone"));
            out.row(List.of("=1+1", "0046"));
        }
        var sheet = sheets().get("xl/worksheets/sheet1.xml");
        assertThat(cells(sheet)).containsExactly("Name", "Phone", "=1+1", "0046");
        assertThat(Jsoup.parse(sheet, Parser.xmlParser()).select("c"))
                .allSatisfy(cell -> assertThat(cell.attr("t")).isEqualTo("inlineStr"));
        assertThat(sheet).doesNotContain("<f>");
    }

    @Test
    void aFullSheetIsFollowedByAnotherWithTheSameHeadings() throws IOException {
        try (var out = new XlsxOut(bytes, "members", 3)) {
            out.row(List.of("Name"));
            for (var name : List.of("Ada", "Bea", "Cleo", "Dora", "Emmy")) {
                out.row(List.of(name));
            }
        }
        var sheets = sheets();
        assertThat(cells(sheets.get("xl/worksheets/sheet1.xml"))).containsExactly("Name", "Ada", "Bea");
        assertThat(cells(sheets.get("xl/worksheets/sheet2.xml"))).containsExactly("Name", "Cleo", "Dora");
        assertThat(cells(sheets.get("xl/worksheets/sheet3.xml"))).containsExactly("Name", "Emmy");
    }

    @Test
    void whatNoCellHoldsDoesNotSpoilTheFile() throws IOException {
        try (var out = new XlsxOut(bytes, "members")) {
            out.row(List.of("x".repeat(XlsxOut.LONGEST_CELL - 1) + "😀", "<&>\u0001\"", "å😀"));
        }
        var cells = cells(sheets().get("xl/worksheets/sheet1.xml"));
        assertThat(cells.get(0)).isEqualTo("x".repeat(XlsxOut.LONGEST_CELL - 1));
        assertThat(cells.get(1)).isEqualTo("<&>\"");
        assertThat(cells.get(2)).isEqualTo("å😀");
    }

    @Test
    void whatIsWrittenLeavesTheMemoryAndANarrowDiskIsSaid() {
        assertThatThrownBy(() -> {
                    try (var out = new XlsxOut(new Narrow(100_000), "members")) {
                        for (int row = 0; row < 100_000; row++) {
                            out.row(List.of("Row " + Long.toHexString(row * 0x9E3779B97F4A7C15L)));
                        }
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    /** Takes so many bytes and no more. */
    private static final class Narrow extends OutputStream {

        private int left;

        Narrow(int left) {
            this.left = left;
        }

        @Override
        public void write(int one) throws IOException {
            if (left-- == 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    private Map<String, String> sheets() throws IOException {
        var sheets = new TreeMap<String, String>();
        var file = Files.write(folder.resolve("members.xlsx"), bytes.toByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                sheets.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return sheets;
    }

    private static List<String> cells(String sheet) {
        return Jsoup.parse(sheet, Parser.xmlParser()).select("c t").stream()
                .map(cell -> cell.wholeText())
                .toList();
    }
}
