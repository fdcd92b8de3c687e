package rollcall.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.web.CsvOut;
import rollcall.web.FormulaGuard;

/**
 * Writes the rows that an import refused as they were, each with its line and the reason behind it. A guard that a cell
 * came with is taken away first, since every cell gets one here.
 */
@Component
class RefusedRows {

    private final RowStore rows;
    private final ImportPages pages;
    private final MessageSource messages;

    RefusedRows(RowStore rows, ImportPages pages, MessageSource messages) {
        this.rows = rows;
        this.pages = pages;
        this.messages = messages;
    }

    String fileName(MemberImport one) {
        var name = one.fileName();
        var bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return bare + " – " + text("transfer.refused.file");
    }

    /** The headings as the file had them, then ours at the end, so that the mapping is found again. */
    void write(MemberImport one, OutputStream bytes) throws IOException {
        var width = one.plan().mapping().targets().size();
        try (var out = new CsvOut(bytes)) {
            out.row(with(headings(one, width), text("transfer.column.line"), text("transfer.column.reason")));
            rows.eachRefused(
                    one.id(),
                    (row, cells) -> out.row(with(
                            filled(cells, width),
                            Long.toString(row.line()),
                            pages.refusal(Objects.requireNonNull(row.refusal())))));
        }
    }

    private List<String> headings(MemberImport one, int width) {
        var headings = new ArrayList<>(one.headings());
        while (headings.size() < width) {
            headings.add(text("transfer.column", headings.size() + 1));
        }
        return headings;
    }

    private static List<String> filled(List<String> cells, int width) {
        var filled = new ArrayList<>(cells.stream().map(FormulaGuard::unguard).toList());
        while (filled.size() < width) {
            filled.add("");
        }
        return filled;
    }

    private static List<String> with(List<String> cells, String line, String reason) {
        var all = new ArrayList<>(cells);
        all.add(line);
        all.add(reason);
        return all;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
