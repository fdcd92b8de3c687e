package rollcall.transfer;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rollcall.program.Program;
import rollcall.web.CsvOut;
import rollcall.web.OwnerOnly;
import rollcall.web.RowsOut;
import rollcall.web.XlsxOut;

/**
 * A prepared file while one process writes it, portion by portion, under a name of its own: a process that was taken for
 * dead may wake up and write on under its. A CSV is cut to where it is known to be good and goes on from there; whoever
 * takes it over copies the good part of it. A workbook is one archive that only whoever began it can go on with: another
 * process begins it anew, with the same members.
 */
final class GrowingFile implements Closeable {

    private final ExportFolder folder;
    private final MemberExport export;
    private final String run = UUID.randomUUID().toString();
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
     * @param run whose file it is
     */
    record Point(long row, long bytes, long written, String run) {

        static Point of(String stored) {
            var words = stored.split(" ");
            return new Point(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]);
        }

        String stored() {
            return row + " " + bytes + " " + written + " " + run;
        }
    }

    /** Where it begins, once those who go into it are {@link #ids noted}. */
    Point start() {
        return new Point(0, 0, 0, run);
    }

    /** Who goes into it. */
    MemberIds ids(PreparedFile one) {
        return folder.ids(name(one), run);
    }

    private Path own(PreparedFile one) {
        return folder.part(name(one), run);
    }

    private static String name(PreparedFile one) {
        return Objects.requireNonNull(one.storedName());
    }

    private record Book(OutputStream bytes, XlsxOut out, Point at) {}

    /**
     * Writes the next ones, {@code most} of them.
     *
     * @throws UncheckedIOException when they cannot be stored
     */
    Point write(Program program, PreparedFile one, Point at, int most) {
        try {
            var from = at.run().equals(run) ? at : takeOver(one, at);
            return switch (one.format()) {
                case CSV -> csv(program, one, from, most);
                case XLSX -> xlsx(program, one, from, most);
            };
        } catch (IOException notStored) {
            throw new UncheckedIOException(notStored);
        }
    }

    /** Nobody changes what stands before a point that was noted, whoever else still writes. */
    private Point takeOver(PreparedFile one, Point at) throws IOException {
        var theirs = folder.ids(name(one), at.run());
        Files.copy(theirs.path(), ids(one).path(), StandardCopyOption.REPLACE_EXISTING);
        var part = folder.part(name(one), at.run());
        if (at.bytes() > 0 && Files.exists(part)) {
            Files.copy(part, own(one), StandardCopyOption.REPLACE_EXISTING);
        }
        return new Point(at.row(), at.bytes(), at.written(), run);
    }

    private Point csv(Program program, PreparedFile one, Point at, int most) throws IOException {
        var file = own(one);
        var from = file.toFile().length() < at.bytes() ? start() : at;
        var ids = ids(one).read(from.row(), most);
        long written;
        try (var out = csv(file, from)) {
            written = write(program, one, from, ids, out);
        }
        return new Point(from.row() + ids.size(), file.toFile().length(), written, run);
    }

    private static CsvOut csv(Path file, Point from) throws IOException {
        var bytes = bytes(file, from.bytes());
        return from.bytes() == 0 ? new CsvOut(bytes) : CsvOut.behind(bytes);
    }

    /** Not through a channel, which an interrupt closes: a node that is shut down still ends its portion. */
    private static OutputStream bytes(Path file, long from) throws IOException {
        OwnerOnly.file(file);
        try (var all = new RandomAccessFile(file.toFile(), "rw")) {
            all.setLength(from);
        }
        return new BufferedOutputStream(new FileOutputStream(file.toFile(), true));
    }

    private Point xlsx(Program program, PreparedFile one, Point at, int most) throws IOException {
        var file = own(one);
        var open = book != null && book.at().equals(at) ? book : anew(file);
        var all = ids(one);
        var ids = all.read(open.at().row(), most);
        var written = write(program, one, open.at(), ids, open.out());
        var row = open.at().row() + ids.size();
        if (row < all.size()) {
            var to = new Point(row, 0, written, run);
            book = new Book(open.bytes(), open.out(), to);
            return to;
        }
        open.out().close();
        close();
        return new Point(row, file.toFile().length(), written, run);
    }

    private Book anew(Path file) throws IOException {
        close();
        var bytes = bytes(file, 0);
        var begun = new Book(bytes, new XlsxOut(bytes, export.text("transfer.export.file")), start());
        book = begun;
        return begun;
    }

    private long write(Program program, PreparedFile one, Point from, List<Long> ids, RowsOut out) {
        if (from.row() == 0) {
            out.row(export.headings(one.chosen()));
        }
        return from.written() + export.writeThese(program, ids, one.chosen(), out);
    }

    /**
     * Gives the whole file its name, in the transaction that proves that the job is still held; again when that lost a
     * race.
     */
    void finish(PreparedFile one) throws IOException {
        if (Files.exists(own(one))) {
            Files.move(own(one), folder.path(name(one)), StandardCopyOption.ATOMIC_MOVE);
        }
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
