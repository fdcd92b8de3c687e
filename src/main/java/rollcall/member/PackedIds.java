package rollcall.member;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Ids in rising order as bytes: each as its distance from the one before, seven bits to a byte, the last byte of each with
 * its highest bit clear. Members of a program lie close together, so that a million of them take little more than a
 * million bytes.
 */
final class PackedIds {

    /** So many ids in a part, that it stays below what a binary column of H2 holds, whatever the distances. */
    static final int IN_A_PART = 100_000;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private PackedIds() {}

    /** @param ids in rising order, none twice */
    static List<byte[]> pack(long[] ids) {
        var parts = new ArrayList<byte[]>();
        long before = 0;
        for (int from = 0; from < ids.length; from += IN_A_PART) {
            var part = new ByteArrayOutputStream();
            for (int i = from; i < Math.min(ids.length, from + IN_A_PART); i++) {
                write(ids[i] - before, part);
                before = ids[i];
            }
            parts.add(part.toByteArray());
        }
        return parts;
    }

    private static void write(long distance, ByteArrayOutputStream part) {
        var rest = distance;
        while (rest >= MORE) {
            part.write((int) (rest % MORE) | MORE);
            rest >>= BITS;
        }
        part.write((int) rest);
    }

    static long[] unpack(List<byte[]> parts) {
        var ids = LongStream.builder();
        long id = 0;
        for (var part : parts) {
            long distance = 0;
            int shift = 0;
            for (var one : part) {
                distance |= (long) (one & (MORE - 1)) << shift;
                shift += BITS;
                if (one >= 0) {
                    id += distance;
                    ids.add(id);
                    distance = 0;
                    shift = 0;
                }
            }
        }
        return ids.build().toArray();
    }
}
