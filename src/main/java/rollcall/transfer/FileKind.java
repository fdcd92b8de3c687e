package rollcall.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Tells files that are no text by how they begin, whatever they are called. */
final class FileKind {

    /** PNG, ZIP (and so every newer office file), old office files, PDF, GIF, JPEG, gzip, RAR, 7-Zip. */
    private static final List<byte[]> BEGINNINGS = List.of(
            HexFormat.of().parseHex("89504e47"),
            HexFormat.of().parseHex("504b0304"),
            HexFormat.of().parseHex("504b0506"),
            HexFormat.of().parseHex("d0cf11e0a1b11ae1"),
            "%PDF-".getBytes(StandardCharsets.US_ASCII),
            "GIF8".getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().parseHex("ffd8ff"),
            HexFormat.of().parseHex("1f8b"),
            "Rar!".getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().parseHex("377abcaf"));

    private FileKind() {}

    /** How many bytes of the beginning are enough to tell. */
    static final int ENOUGH = 8;

    static boolean knownBinary(byte[] start) {
        return BEGINNINGS.stream().anyMatch(known -> begins(start, known));
    }

    private static boolean begins(byte[] start, byte[] known) {
        return start.length >= known.length && Arrays.equals(known, 0, known.length, start, 0, known.length);
    }
}
