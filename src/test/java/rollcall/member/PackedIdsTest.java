package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedIdsTest {

    @ParameterizedTest
    @CsvSource({"''", "1", "127,128", "1,2,3,16383,16384,16385", "5,9223372036854775807", "0,300"})
    void areTheSameAfterwards(String list) {
        assertThat(PackedIds.unpack(PackedIds.pack(ids(list)))).containsExactly(ids(list));
    }

    @Test
    void goOnFromPartToPart() {
        var ids = LongStream.rangeClosed(1, 2L * PackedIds.IN_A_PART + 1)
                .map(i -> i * 3)
                .toArray();

        var parts = PackedIds.pack(ids);

        assertThat(parts).extracting(part -> part.length).containsExactly(PackedIds.IN_A_PART, PackedIds.IN_A_PART, 1);
        assertThat(PackedIds.unpack(parts)).containsExactly(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1,2,3 | 1,2,3 | 0 | 0
        1,2,3 | 1,3,4 | 1 | 1
        ''    | 7,8   | 2 | 0
        7,8   | ''    | 0 | 2
        1,5,9 | 2,5,8 | 2 | 2
        """)
    void aDifferenceCountsWhoCameInAndWhoLeft(String before, String now, long cameIn, long left) {
        assertThat(Difference.between(ids(before), ids(now))).isEqualTo(new Difference(cameIn, left));
    }

    private static long[] ids(String list) {
        return list.isEmpty()
                ? new long[0]
                : Arrays.stream(list.split(",")).mapToLong(Long::parseLong).toArray();
    }
}
