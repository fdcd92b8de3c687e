package rollcall.desk;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import rollcall.person.PersonDetails;
import rollcall.program.StatusCode;

/** Somebody invented, and how far they came. */
record SamplePerson(PersonDetails details, StatusCode status) {

    /** Everybody in the sample program. */
    static List<SamplePerson> all() {
        var file = new ClassPathResource("sample/people.csv");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return rows.stream()
                    .map(row -> new SamplePerson(
                            new PersonDetails(
                                    row.getField("email"),
                                    row.getField("first"),
                                    row.getField("last"),
                                    row.getField("company"),
                                    row.getField("title"),
                                    "",
                                    row.getField("country"),
                                    "",
                                    ""),
                            StatusCode.valueOf(row.getField("status"))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
