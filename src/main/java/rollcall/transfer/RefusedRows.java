package rollcall.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.web.CsvOut;
import rollcall.web.FormulaGuard;

/**
 * Writes the rows that an import refused as they were, each with its line and the reason behind it. A guard that a cell
 * came with is taken away first, since every cell gets one here. What a file of ours had at the end gives way to ours.
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

    /**
     * The headings as the file had them, then ours at the end, so that the mapping is found again. Line and reason stand
     * in the same places in each row; where some row has cells beyond the headings, they follow in one column.
     */
    void write(MemberImport one, OutputStream bytes) throws IOException {
        var theirs = theirs(one);
        var beyond = rows.refusedWithCellsBeyond(one.id());
        try (var out = new CsvOut(bytes)) {
            out.row(headings(one, theirs, beyond));
            rows.eachRefused(one.id(), (row, cells) -> {
                var bare = cells.stream().map(FormulaGuard::unguard).toList();
                out.row(Stream.concat(
                                theirs.stream().map(column -> new CsvRow(0, bare).cell(column)),
                                ours(row, beyond ? Stream.of(Surplus.of(one, bare)) : Stream.empty()))
                        .toList());
            });
        }
    }

    /** The columns that are not of our making. */
    private static List<Integer> theirs(MemberImport one) {
        return IntStream.range(0, one.plan().mapping().targets().size())
                .filter(column -> column >= one.headings().size()
                        || !HeadingsKey.isOurs(one.headings().get(column)))
                .boxed()
                .toList();
    }

    private List<String> headings(MemberImport one, List<Integer> theirs, boolean beyond) {
        var all = theirs.stream().map(column -> heading(one, column)).collect(Collectors.toList());
        all.add(text("transfer.column.line"));
        all.add(text("transfer.column.reason"));
        if (beyond) {
            all.add(text("transfer.column.surplus"));
        }
        return all;
    }

    /** A column of a file without headings is called what it was taken as, so that it is known when it comes back. */
    private String heading(MemberImport one, int column) {
        if (column < one.headings().size()) {
            return one.headings().get(column);
        }
        var target = one.plan().mapping().targets().get(column);
        return target.repeatable() ? text("transfer.column", column + 1) : text(target.messageKey());
    }

    private Stream<String> ours(ShownRow row, Stream<String> surplus) {
        return Stream.concat(
                Stream.of(Long.toString(row.line()), pages.refusal(Objects.requireNonNull(row.refusal()))), surplus);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
