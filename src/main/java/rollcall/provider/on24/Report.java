package rollcall.provider.on24;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list that came in one piece, however long it is, cut into pages. It waits in a temporary file that has no name, so
 * that it is gone with this process at the latest; in memory is where each page begins.
 */
final class Report<T> implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param mark of all that comes before: a list that was read anew goes on from here when it began in the same way */
    private record Start(long position, String mark) {}

    private final Class<T> type;
    private final int size;
    private final FileChannel file;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final List<Start> starts = new ArrayList<>();
    private long rows;
    private long position;

    /** @param size how many rows stand on a page */
    Report(Class<T> type, int size) {
        this.type = type;
        this.size = size;
        try {
            this.file = FileChannel.open(Files.createTempFile("rollcall-on24-", ""), READ, WRITE, DELETE_ON_CLOSE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    /** @param key who the row is about */
    void add(T row, String key) {
        if (rows++ % size == 0) {
            starts.add(new Start(position, mark()));
        }
        digest.update((key + "\n").getBytes(StandardCharsets.UTF_8));
        write(JSON.writeValueAsBytes(row));
        write(new byte[] {'\n'});
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
            position += bytes.length;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String mark() {
        try {
            var now = ((MessageDigest) digest.clone()).digest();
            return HexFormat.of().formatHex(now, 0, 8);
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException(never);
        }
    }

    boolean holds(Class<?> what) {
        return type == what;
    }

    long rows() {
        return rows;
    }

    /** Where the page with that number begins, to be shown again when it is asked for. */
    String mark(int page) {
        return starts.get(page).mark();
    }

    int pages() {
        return starts.size();
    }

    /** @throws IOException when the file is gone */
    List<T> page(int page) throws IOException {
        out.flush();
        long start = starts.get(page).position();
        long end = page + 1 < starts.size() ? starts.get(page + 1).position() : position;
        var bytes = ByteBuffer.allocate(Math.toIntExact(end - start));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("The report is cut off.");
            }
        }
        return new String(bytes.array(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> JSON.readValue(line, type))
                .toList();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
