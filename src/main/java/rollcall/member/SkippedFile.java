package rollcall.member;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import rollcall.program.StatusNames;

/** Those whom a bulk change did not move, as a CSV file in the language of the request. */
@Component
class SkippedFile {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\ufeff'; // without it, Excel takes UTF-8 for something else

    private final MessageSource messages;
    private final StatusNames names;

    SkippedFile(MessageSource messages, StatusNames names) {
        this.messages = messages;
        this.names = names;
    }

    void write(HttpServletResponse response, Consumer<Consumer<SkippedMember>> source) throws IOException {
        var name = text("member.bulk.file") + ".csv";
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        var writer = response.getWriter();
        writer.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().build(writer);
        csv.writeRecord(text("member.name"), text("member.email"), text("member.status"), text("member.bulk.why"));
        source.accept(skipped ->
                csv.writeRecord(guarded(skipped.name()), guarded(skipped.email()), status(skipped), why(skipped)));
        csv.flush();
    }

    private String status(SkippedMember skipped) {
        return skipped.at() == null ? "" : guarded(names.of(skipped.at()));
    }

    private String why(SkippedMember skipped) {
        return text("member.result.skip." + skipped.reason());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** A spreadsheet would run such a cell as a formula; behind an apostrophe it is text. */
    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
