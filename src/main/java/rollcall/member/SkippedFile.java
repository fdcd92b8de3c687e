package rollcall.member;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.StatusNames;
import rollcall.web.Attachments;
import rollcall.web.CsvOut;

/** Those whom a bulk change did not move, as a CSV file in the language of the request. */
@Component
class SkippedFile {

    private final MessageSource messages;
    private final StatusNames names;

    SkippedFile(MessageSource messages, StatusNames names) {
        this.messages = messages;
        this.names = names;
    }

    void write(Program program, HttpServletResponse response, Consumer<Consumer<SkippedMember>> source)
            throws IOException {
        response.setContentType(Attachments.CSV.toString());
        var name = text("member.bulk.file") + " " + program.name();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachments.named(name, "csv"));
        try (var csv = new CsvOut(response.getOutputStream())) {
            csv.row(List.of(text("member.name"), text("member.email"), text("member.status"), text("member.bulk.why")));
            source.accept(skipped -> csv.row(row(skipped)));
        }
    }

    private List<String> row(SkippedMember skipped) {
        var at = skipped.at();
        return List.of(
                skipped.name(),
                skipped.email(),
                at == null ? "" : names.of(at),
                text("member.result.skip." + skipped.reason()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
