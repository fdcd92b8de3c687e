package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.transfer.Delimiter.COMMA;
import static rollcall.transfer.Delimiter.PIPE;
import static rollcall.transfer.Delimiter.SEMICOLON;
import static rollcall.transfer.Delimiter.TAB;
import static rollcall.transfer.Encoding.UTF_16BE;
import static rollcall.transfer.Encoding.UTF_16LE;
import static rollcall.transfer.Encoding.UTF_8;
import static rollcall.transfer.Encoding.WINDOWS_1252;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeDetectorTest {

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("utf-8.csv", UTF_8, COMMA, 1),
                Arguments.of("utf-8-bom.csv", UTF_8, COMMA, 1),
                Arguments.of("utf-16le-bom.csv", UTF_16LE, COMMA, 1),
                Arguments.of("utf-16be-bom.csv", UTF_16BE, COMMA, 1),
                Arguments.of("windows-1252.csv", WINDOWS_1252, SEMICOLON, 1),
                Arguments.of("sep-line.csv", UTF_8, SEMICOLON, 2),
                Arguments.of("tab.csv", UTF_8, TAB, 1),
                Arguments.of("pipe.csv", UTF_8, PIPE, 1),
                Arguments.of("crlf.csv", UTF_8, COMMA, 1),
                Arguments.of("cr.csv", UTF_8, COMMA, 1),
                Arguments.of("no-last-newline.csv", UTF_8, COMMA, 1),
                Arguments.of("blank-lines.csv", UTF_8, COMMA, 2),
                Arguments.of("quoted-newlines.csv", UTF_8, COMMA, 1),
                Arguments.of("no-header.csv", UTF_8, SEMICOLON, 0),
                Arguments.of("damaged-utf-8.csv", UTF_8, COMMA, 1),
                Arguments.of("swedish.csv", WINDOWS_1252, SEMICOLON, 1),
                Arguments.of("zoom-registrants.csv", UTF_8, COMMA, 6),
                Arguments.of("zoom-attendees.csv", UTF_8, COMMA, 12),
                Arguments.of("gotowebinar-attendees.csv", UTF_8, COMMA, 7),
                Arguments.of("gotowebinar-registrants.csv", UTF_8, COMMA, 2),
                Arguments.of("on24.csv", UTF_8, COMMA, 1),
                Arguments.of("marketo.csv", UTF_8, COMMA, 1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void findsOutHowAFileIsRead(String name, Encoding encoding, Delimiter delimiter, long headerLine) {
        assertThat(ShapeDetector.detect(Corpus.file(name))).isEqualTo(new CsvShape(encoding, delimiter, headerLine));
    }

    @ParameterizedTest
    @EnumSource(names = {"UTF_16LE", "UTF_16BE"})
    void readsWideCharactersWithoutAMark(Encoding encoding, @TempDir Path folder) {
        var text = "email;förnamn\nada@example.com;Ada Žofie\n".getBytes(encoding.charset());
        assertThat(ShapeDetector.detect(Corpus.write(folder, text))).isEqualTo(new CsvShape(encoding, SEMICOLON, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8-bom.csv",
                "utf-16le-bom.csv",
                "utf-16be-bom.csv",
                "windows-1252.csv",
                "sep-line.csv",
                "tab.csv",
                "pipe.csv",
                "crlf.csv",
                "cr.csv",
                "no-last-newline.csv",
                "blank-lines.csv"
            })
    void theSameTableInAnyShapeGivesTheSameRows(String name) {
        assertThat(Corpus.cells(Corpus.file(name)))
                .isEqualTo(Corpus.cells(Corpus.file("utf-8.csv")))
                .containsExactly(
                        List.of("Åsa", "Öberg", "asa.oberg@example.com", "Smörgås & Co"),
                        List.of("Zoë", "O'Hara", "zoe@example.org", "Acme, Inc."),
                        List.of("José", "Muñoz", "jose@example.net", "Ärlig \"AB\""));
    }

    @Test
    void aQuotedCellMayHoldLineBreaksAndLinesAreCountedAsAnEditorDoes() {
        var file = Corpus.file("quoted-newlines.csv");

        assertThat(Corpus.rows(file, ShapeDetector.detect(file)))
                .containsExactly(
                        new CsvRow(2, List.of("Ada", "Lovelace", "ada@example.com", "Analytical\r\nEngines")),
                        new CsvRow(4, List.of("Alan", "Turing", "alan@example.com", "Bletchley")));
    }

    @Test
    void damagedBytesAreNamedByLineAndNeverBecomeQuestionMarks() {
        var file = Corpus.file("damaged-utf-8.csv");

        assertThat(EncodingScan.of(file, UTF_8).badLines()).containsExactly(3L);
        assertThat(Corpus.cells(file).get(1)).containsExactly("jose@example.net", "Jos\uFFFD", "Munoz");
    }

    @Test
    void aFileWithoutHeadingsKeepsItsFirstRow() {
        assertThat(Corpus.cells(Corpus.file("no-header.csv")))
                .containsExactly(
                        List.of("ada@example.com", "Ada", "Lovelace"), List.of("alan@example.com", "Alan", "Turing"));
    }
}
