package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.transfer.CsvRefused.Reason;

/** Files that are refused as a whole: each with a reason, and with the line where one can be named. */
class BadFilesTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyFile() {
        assertRefused("", Reason.EMPTY, 0);
        assertRefused("\uFEFF", Reason.EMPTY, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"89504e470d0a1a0a", "504b0304140000", "d0cf11e0a1b11ae1", "255044462d312e37", "1f8b08"})
    void aFileThatBeginsLikeAPictureOrAWorkbookWhateverItIsCalled(String start) {
        var bytes = HexFormat.of().parseHex(start + "656d61696c0a6140622e63".repeat(20));

        assertRefused(Corpus.write(folder, bytes), Reason.NOT_TEXT, 0);
    }

    @Test
    void bytesThatAreNoText() {
        var junk = new byte[50_000];
        new Random(1).nextBytes(junk);
        junk[0] = 1;

        assertRefused(Corpus.write(folder, junk), Reason.NOT_TEXT, 0);
    }

    @Test
    void zerosOnBothSides() {
        assertRefused(Corpus.write(folder, new byte[1_000]), Reason.NOT_TEXT, 0);
    }

    @Test
    void aQuotationMarkThatIsNotClosed() {
        assertRefused("email,name\nada@example.com,\"Ada\nalan@example.com,Alan\n", Reason.QUOTE_NOT_CLOSED, 2);
    }

    @Test
    void aQuotationMarkThatIsNotClosedInALongFile() {
        var rest = "alan@example.com,Alan\n".repeat(5_000);

        assertRefused("email,name\nada@example.com,\"Ada\n" + rest, Reason.CELL_TOO_LONG, 2);
    }

    @Test
    void textBehindAClosedCell() {
        assertRefused("email,name\nada@example.com,\"Ada\" Lovelace\n", Reason.TEXT_AFTER_QUOTE, 2);
    }

    @Test
    void aCellOverTheLimit() {
        var longest = "x".repeat(CsvRefused.LONGEST_CELL);
        var file = Corpus.write(folder, "email,note\nada@example.com," + longest + "\n");

        assertThat(Corpus.cells(file)).hasSize(1);
        assertRefused("email,note\nada@example.com," + longest + "x\n", Reason.CELL_TOO_LONG, 2);
    }

    @Test
    void tooManyColumns() {
        assertRefused("email" + ",x".repeat(100) + "\nada@example.com\n", Reason.TOO_MANY_COLUMNS, 1);
        assertRefused("email,name\nada@example.com" + ",x".repeat(50_000) + "\n", Reason.TOO_MANY_COLUMNS, 2);
    }

    @Test
    void aLineOf30Megabytes() throws IOException {
        var file = folder.resolve("upload.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("email,name\n");
            for (int i = 0; i < 3_000; i++) {
                out.write("x".repeat(10_000));
            }
        }

        assertRefused(file, Reason.CELL_TOO_LONG, 2);
    }

    @Test
    void headingsThatAreNotThere() {
        var shape = new CsvShape(Encoding.UTF_8, Delimiter.COMMA, 9);
        var file = Corpus.write(folder, "email\nada@example.com\n");

        var refused = catchThrowableOfType(CsvRefused.class, () -> Corpus.rows(file, shape));

        assertThat(refused.reason()).isEqualTo(Reason.HEADER_NOT_FOUND);
    }

    private void assertRefused(String text, Reason reason, long line) {
        assertRefused(Corpus.write(folder, text), reason, line);
    }

    private static void assertRefused(Path file, Reason reason, long line) {
        var refused = catchThrowableOfType(CsvRefused.class, () -> Corpus.cells(file));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.line()).isEqualTo(line);
    }
}
