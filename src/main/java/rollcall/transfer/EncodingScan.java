package rollcall.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file once from beginning to end, in constant memory, and counts what speaks for and against an encoding. */
final class EncodingScan {

    private static final int MOST_LINES_NAMED = 10;

    private final CharsetDecoder decoder;
    private final CharBuffer characters = CharBuffer.allocate(16_384);
    private final List<Long> badLines = new ArrayList<>();
    private long line = 1;
    private char previous;
    private long all;
    private long foreign;
    private long control;
    private long bad;

    private EncodingScan(Encoding encoding) {
        decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static EncodingScan of(Path file, Encoding encoding) {
        var scan = new EncodingScan(encoding);
        try (var channel = Channels.newChannel(encoding.bytes(file))) {
            var bytes = ByteBuffer.allocate(16_384);
            while (channel.read(bytes) >= 0) {
                bytes.flip();
                scan.decode(bytes, false);
                bytes.compact();
            }
            bytes.flip();
            scan.decode(bytes, true);
            return scan;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void decode(ByteBuffer bytes, boolean last) {
        CoderResult result;
        do {
            result = decoder.decode(bytes, characters, last);
            count();
            if (result.isError()) {
                noteBad();
                bytes.position(bytes.position() + result.length());
            }
        } while (result.isError() || result.isOverflow());
    }

    private void count() {
        characters.flip();
        while (characters.hasRemaining()) {
            count(characters.get());
        }
        characters.clear();
    }

    private void count(char character) {
        all++;
        if (character == '\n' && previous != '\r' || character == '\r') {
            line++;
        }
        if (character >= 0x80) {
            foreign++;
        } else if (character < ' ' && !Character.isWhitespace(character)) {
            control++;
        }
        previous = character;
    }

    private void noteBad() {
        bad++;
        if (badLines.size() < MOST_LINES_NAMED && !badLines.contains(line)) {
            badLines.add(line);
        }
    }

    /** The first lines with bytes that stand for no character. */
    List<Long> badLines() {
        return List.copyOf(badLines);
    }

    boolean clean() {
        return bad == 0;
    }

    boolean empty() {
        return all == 0;
    }

    /** Whether so many control characters stand in it that this cannot be a text. */
    boolean binary() {
        return control * 50 > all;
    }

    /** Whether most of what is not ASCII makes sense, so that a few bytes are damaged and the encoding is right. */
    boolean mostlyRight() {
        return foreign > bad;
    }
}
