package rollcall.transfer;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import rollcall.web.OwnerOnly;

/**
 * Who goes into a file, in its order: eight bytes for each member on disk, so that a million of them need neither memory
 * nor rows of the database.
 */
record MemberIds(Path path) {

    /**
     * Stores them from the beginning; whatever stood there before is gone.
     *
     * @param source hands each id to what it is given
     * @return how many there are
     */
    long write(Consumer<LongConsumer> source) throws IOException {
        OwnerOnly.file(path);
        try (var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(path.toFile())))) {
            source.accept(id -> put(out, id));
            out.flush();
            return size();
        } catch (UncheckedIOException noRoom) {
            throw noRoom.getCause();
        }
    }

    private static void put(DataOutputStream out, long id) {
        try {
            out.writeLong(id);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    long size() {
        return path.toFile().length() / Long.BYTES;
    }

    /** Those from that place on, counted from 0; fewer than {@code most} at the end. */
    List<Long> read(long from, int most) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var left = Math.min(most, size() - from);
            if (left < 0) {
                throw new EOFException();
            }
            var bytes = new byte[Math.toIntExact(left * Long.BYTES)];
            file.seek(from * Long.BYTES);
            file.readFully(bytes);
            return longs(ByteBuffer.wrap(bytes));
        }
    }

    private static List<Long> longs(ByteBuffer bytes) {
        var ids = new ArrayList<Long>();
        while (bytes.hasRemaining()) {
            ids.add(bytes.getLong());
        }
        return ids;
    }
}
