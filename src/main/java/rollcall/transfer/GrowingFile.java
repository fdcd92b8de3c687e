package rollcall.transfer;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.program.Program;
import rollcall.web.CsvOut;
import rollcall.web.RowsOut;
import rollcall.web.XlsxOut;

/**
 * A prepared file while one process writes it, portion by portion. A CSV is cut to where it is known to be good and goes on
 * from there, whoever wrote it. A workbook is one archive that only whoever began it can go on with: another process
 * begins it anew, with the same members.
 */
final class GrowingFile implements Closeable {

    private final ExportFolder folder;
    private final MemberExport export;
    private @Nullable Book book;

    GrowingFile(ExportFolder folder, MemberExport export) {
        this.folder = folder;
        this.export = export;
    }

    /**
     * How far a file is.
     *
     * @param row the place, counted from 0, of the next one who goes into it
     * @param written how many stand in it; those are left out who are not members of the program any more
     */
    record Point(long row, long bytes, long written) {

        static final Point START = new Point(0, 0, 0);

        static Point of(String stored) {
            var words = stored.split(" ");
            return new Point(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
        }

        String stored() {
            return row + " " + bytes + " " + written;
        }
    }

    private record Book(OutputStream bytes, XlsxOut out, Point at) {}

    /**
     * Writes the next ones, {@code most} of them.
     *
     * @throws UncheckedIOException when they cannot be stored
     */
    Point write(Program program, PreparedFile one, Point at, int most) {
        var name = Objects.requireNonNull(one.storedName());
        try {
            return switch (one.format()) {
                case CSV -> csv(program, one, name, at, most);
                case XLSX -> xlsx(program, one, name, at, most);
            };
        } catch (IOException notStored) {
            throw new UncheckedIOException(notStored);
        }
    }

    private Point csv(Program program, PreparedFile one, String name, Point at, int most) throws IOException {
        var file = folder.path(name).toFile();
        var from = file.length() < at.bytes() ? Point.START : at;
        cut(file, from.bytes());
        var ids = folder.ids(name).read(from.row(), most);
        long written;
        try (var out = csv(file, from)) {
            written = write(program, one, from, ids, out);
        }
        return new Point(from.row() + ids.size(), file.length(), written);
    }

    private static void cut(File file, long length) throws IOException {
        try (var all = new RandomAccessFile(file, "rw")) {
            all.setLength(length);
        }
    }

    private static CsvOut csv(File file, Point from) throws IOException {
        var bytes = new BufferedOutputStream(new FileOutputStream(file, true));
        return from.bytes() == 0 ? new CsvOut(bytes) : CsvOut.behind(bytes);
    }

    private Point xlsx(Program program, PreparedFile one, String name, Point at, int most) throws IOException {
        var open = book != null && book.at().equals(at)
                ? book
                : anew(folder.path(name).toFile());
        var all = folder.ids(name);
        var ids = all.read(open.at().row(), most);
        var written = write(program, one, open.at(), ids, open.out());
        var row = open.at().row() + ids.size();
        if (row < all.size()) {
            var to = new Point(row, 0, written);
            book = new Book(open.bytes(), open.out(), to);
            return to;
        }
        open.out().close();
        close();
        return new Point(row, folder.path(name).toFile().length(), written);
    }

    private Book anew(File file) throws IOException {
        close();
        var bytes = new BufferedOutputStream(new FileOutputStream(file));
        var begun = new Book(bytes, new XlsxOut(bytes, export.text("transfer.export.file")), Point.START);
        book = begun;
        return begun;
    }

    private long write(Program program, PreparedFile one, Point from, List<Long> ids, RowsOut out) {
        if (from.row() == 0) {
            out.row(export.headings(one.chosen()));
        }
        return from.written() + export.writeThese(program, ids, one.chosen(), out);
    }

    /** Lets go of a workbook that is not finished: there is nothing in it that anybody could use. */
    @Override
    public void close() {
        if (book != null) {
            try {
                book.bytes().close();
            } catch (IOException full) {
                // What is lost is thrown away.
            }
            book = null;
        }
    }
}
