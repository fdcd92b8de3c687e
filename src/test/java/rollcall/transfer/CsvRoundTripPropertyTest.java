package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rollcall.web.CsvOut;
import rollcall.web.FormulaGuard;

class CsvRoundTripPropertyTest {

    private static final String TRIGGERS = "=+-@\t\r\n＝＋－＠";

    @Property
    void takingTheGuardAwayGivesBackWhatWasThere(@ForAll("cells") String cell) {
        assertThat(FormulaGuard.unguard(FormulaGuard.guard(cell))).isEqualTo(cell);
    }

    @Property
    void noGuardedCellBeginsLikeAFormula(@ForAll("cells") String cell) {
        var guarded = FormulaGuard.guard(cell);

        assertThat(guarded.isEmpty() || TRIGGERS.indexOf(guarded.charAt(0)) < 0).isTrue();
    }

    @Property
    void aRowIsOneTextAndBack(@ForAll("rows") List<String> cells) {
        assertThat(CsvLine.cells(CsvLine.of(cells))).isEqualTo(cells);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll("rows") List<String> cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new CsvOut(bytes)) {
            out.row(List.of("E-mail", "First name", "Company"));
            out.row(cells);
        }
        var file = Files.createTempFile("rollcall", ".csv");
        try {
            Files.write(file, bytes.toByteArray());
            var shape = new CsvShape(Encoding.UTF_8, Delimiter.COMMA, 1);
            var row = Corpus.rows(file, shape).getFirst();
            assertThat(row.cells().stream().map(FormulaGuard::unguard)).containsExactlyElementsOf(cells);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return cells().list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()));
    }

    @Provide
    Arbitrary<String> cells() {
        var tricky = Arbitraries.strings().withChars("'\",; \u00C5x" + TRIGGERS).ofMaxLength(8);
        var any = Arbitraries.strings()
                .all()
                .excludeChars('\uFEFF')
                .ofMaxLength(20)
                .filter(CsvRoundTripPropertyTest::whole);
        return Arbitraries.oneOf(tricky, any);
    }

    /** Halves of pairs are no characters, and no encoding writes them. */
    private static boolean whole(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
