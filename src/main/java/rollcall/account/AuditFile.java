package rollcall.account;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.web.CsvOut;

/** The audit as CSV: for people as the page has it, and beside that the keys that never change. */
@Component
class AuditFile {

    private final AuditEntries entries;
    private final AuditWords words;
    private final MessageSource messages;

    AuditFile(AuditEntries entries, AuditWords words, MessageSource messages) {
        this.entries = entries;
        this.words = words;
        this.messages = messages;
    }

    String name() {
        return "Rollcall – " + text("title");
    }

    void write(AuditFilter filter, ZoneId zone, OutputStream bytes) throws IOException {
        try (var out = new CsvOut(bytes)) {
            out.row(Stream.of("at", "who", "kind", "details", "key-of-who", "key-of-kind", "id")
                    .map(this::text)
                    .toList());
            var actors = words.actors();
            entries.each(filter, zone, entry -> out.row(cells(entry, zone, actors)));
        }
    }

    private List<String> cells(AuditEntry entry, ZoneId zone, Map<String, String> actors) {
        return List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(zone)),
                actors.getOrDefault(entry.actor(), entry.actor()),
                words.kind(entry.kind()),
                entry.details(),
                entry.actor(),
                entry.kind(),
                Long.toString(entry.id()));
    }

    private String text(String key) {
        return messages.getMessage("account.audit." + key, null, LocaleContextHolder.getLocale());
    }
}
