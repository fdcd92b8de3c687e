package rollcall.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import rollcall.web.CsvOut;

/** A file that shows what an import understands. Its addresses belong to nobody (RFC 2606). */
final class SampleFile {

    private static final List<List<String>> ENGLISH = List.of(
            List.of("E-mail", "First name", "Last name", "Company", "Job title", "Country", "Status", "Status reason"),
            List.of(
                    "ada@example.com",
                    "Ada",
                    "Lovelace",
                    "Analytical Engines",
                    "Analyst",
                    "United Kingdom",
                    "Invited",
                    ""),
            List.of(
                    "grace@example.com",
                    "Grace",
                    "Hopper",
                    "Compilers Inc.",
                    "Rear admiral",
                    "United States",
                    "Registered",
                    ""),
            List.of(
                    "carl@example.com",
                    "Carl",
                    "von Linné",
                    "Systema",
                    "Professor",
                    "Sweden",
                    "Rejected",
                    "Wrong audience"));

    private static final List<List<String>> SWEDISH = List.of(
            List.of("E-post", "Förnamn", "Efternamn", "Företag", "Titel", "Land", "Status", "Statusorsak"),
            List.of(
                    "ada@example.com",
                    "Ada",
                    "Lovelace",
                    "Analytical Engines",
                    "Analytiker",
                    "Storbritannien",
                    "Inbjuden",
                    ""),
            List.of("grace@example.com", "Grace", "Hopper", "Compilers Inc.", "Konteramiral", "USA", "Registrerad", ""),
            List.of(
                    "carl@example.com",
                    "Carl",
                    "von Linné",
                    "Systema",
                    "Professor",
                    "Sverige",
                    "Avvisad",
                    "Fel målgrupp"));

    private SampleFile() {}

    /** In the language of the request. */
    static byte[] bytes() {
        var swedish = LocaleContextHolder.getLocale().getLanguage().equals("sv");
        var bytes = new ByteArrayOutputStream();
        try (var out = new CsvOut(bytes)) {
            (swedish ? SWEDISH : ENGLISH).forEach(out::row);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
